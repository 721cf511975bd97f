"""Protocol buffers for the messages of Terraform's plugin protocol 6 that the stub reads and writes.

The table has the fields of
https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin6.proto (read 2026-11) that the stub
needs. A reader skips the others, as protocol buffers want it.
"""

# Message: {field: (number, type)}. A type is `text`, `bytes`, `int`, `bool` or a message; a list repeats it.
VALUE = {"msgpack": (1, "bytes"), "json": (2, "bytes")}
DIAGNOSTIC = {"severity": (1, "int"), "summary": (2, "text"), "detail": (3, "text")}
PATH = {"steps": (1, [{"attribute_name": (1, "text")}])}
ATTRIBUTE = {
    "name": (1, "text"),
    "type": (2, "bytes"),
    "required": (4, "bool"),
    "optional": (5, "bool"),
    "computed": (6, "bool"),
    "write_only": (11, "bool"),
}
BLOCK = {"version": (1, "int"), "attributes": (2, [ATTRIBUTE])}
NESTED = {
    "type_name": (1, "text"),
    "block": (2, BLOCK),
    "nesting": (3, "int"),
    "min_items": (4, "int"),
    "max_items": (5, "int"),
}
BLOCK["block_types"] = (3, [NESTED])
SCHEMA = {"version": (1, "int"), "block": (2, BLOCK)}
NAMED = [{"type_name": (1, "text")}]
SCHEMAS = [{"key": (1, "text"), "value": (2, SCHEMA)}]
DIAGNOSTICS_1 = {"diagnostics": (1, [DIAGNOSTIC])}
DIAGNOSTICS_2 = {"diagnostics": (2, [DIAGNOSTIC])}
CONFIG_1 = {"config": (1, VALUE)}
CONFIG_2 = {"type_name": (1, "text"), "config": (2, VALUE)}

# Procedure: (request, response).
PROCEDURES = {
    "GetMetadata": ({}, {"data_sources": (3, NAMED), "resources": (4, NAMED)}),
    "GetProviderSchema": (
        {},
        {"provider": (1, SCHEMA), "resource_schemas": (2, SCHEMAS), "data_source_schemas": (3, SCHEMAS)},
    ),
    "GetFunctions": ({}, {}),
    "GetResourceIdentitySchemas": ({}, {}),
    "ValidateProviderConfig": (CONFIG_1, DIAGNOSTICS_2),
    "ValidateResourceConfig": (CONFIG_2, DIAGNOSTICS_1),
    "ValidateDataResourceConfig": (CONFIG_2, DIAGNOSTICS_1),
    "ConfigureProvider": ({"config": (2, VALUE)}, DIAGNOSTICS_1),
    "UpgradeResourceState": (
        {"type_name": (1, "text"), "raw_state": (3, {"json": (1, "bytes")})},
        {"upgraded_state": (1, VALUE), **DIAGNOSTICS_2},
    ),
    "ReadResource": ({"type_name": (1, "text"), "current_state": (2, VALUE)}, {"new_state": (1, VALUE)}),
    "PlanResourceChange": (
        {
            "type_name": (1, "text"),
            "prior_state": (2, VALUE),
            "proposed_new_state": (3, VALUE),
            "config": (4, VALUE),
        },
        {"planned_state": (1, VALUE), "requires_replace": (2, [PATH]), "diagnostics": (4, [DIAGNOSTIC])},
    ),
    "ApplyResourceChange": (
        {"type_name": (1, "text"), "prior_state": (2, VALUE), "planned_state": (3, VALUE), "config": (4, VALUE)},
        {"new_state": (1, VALUE), "diagnostics": (3, [DIAGNOSTIC])},
    ),
    "ImportResourceState": (
        {"type_name": (1, "text"), "id": (2, "text")},
        {"imported_resources": (1, [{"type_name": (1, "text"), "state": (2, VALUE)}]), **DIAGNOSTICS_2},
    ),
    "ReadDataSource": (CONFIG_2, {"state": (1, VALUE), **DIAGNOSTICS_2}),
    "StopProvider": ({}, {}),
}

VARINT, FIXED_64, BYTES, FIXED_32 = 0, 1, 2, 5


def varint(number):
    """A number in groups of seven bits, the lowest first."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def encode(message, fields):
    """A dictionary as bytes. Fields without a value are left out."""
    out = b""
    for name, (number, kind) in fields.items():
        values = message.get(name)
        if values in (None, [], 0, False):
            continue
        if isinstance(kind, list):
            kind = kind[0]
        else:
            values = [values]
        for value in values:
            if kind in ("int", "bool"):
                out += varint(number << 3 | VARINT) + varint(int(value))
                continue
            if kind == "text":
                value = value.encode()
            elif kind != "bytes":
                value = encode(value, kind)
            out += varint(number << 3 | BYTES) + varint(len(value)) + value
    return out


def decode(data, fields):
    """Bytes as a dictionary. Fields that were not sent have an empty value."""
    names = {number: (name, kind) for name, (number, kind) in fields.items()}
    empty = {"text": "", "bytes": b"", "int": 0, "bool": False}
    message = {
        name: [] if isinstance(kind, list) else {} if isinstance(kind, dict) else empty[kind]
        for name, (_, kind) in fields.items()
    }
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = number()
        wire = key & 7
        if wire == VARINT:
            value = number()
        else:
            length = {BYTES: number, FIXED_64: lambda: 8, FIXED_32: lambda: 4}[wire]()
            value = data[at : at + length]
            at += length
        name, kind = names.get(key >> 3, (None, None))
        if name is None:
            continue
        element = kind[0] if isinstance(kind, list) else kind
        if element == "text":
            value = value.decode()
        elif isinstance(element, dict):
            value = decode(value, element)
        if isinstance(kind, list):
            message[name].append(value)
        else:
            message[name] = value
    return message
