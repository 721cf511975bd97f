"""A stub of hashicorp/aws for Terraform: the real schema, an account in memory, no AWS.

Usage: provider.py SOCKET STATE_OF_ACCOUNT. Prints `up` when it listens. Terraform talks to it when
TF_REATTACH_PROVIDERS names the socket; nothing is downloaded.

It shows arguments, blocks and types that the provider does not have, values that are not known at plan, resources that
are replaced, and names that are taken. It cannot show how AWS answers.
"""

import json
import os
import pathlib
import sys
from concurrent import futures

try:
    import grpc
    import msgpack
except ImportError as error:
    sys.exit(f"This test needs the Python package `{error.name}`; `make test` installs it.")

import behaviour
import wire

SCHEMA = json.loads(pathlib.Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
NESTING = {"single": 1, "list": 2, "set": 3}
UNKNOWN = msgpack.ExtType(0, b"\x00")
ACCOUNT = os.environ.get("STUB_ACCOUNT", "012345678901")


def block(name, schema):
    """A block of the schema as the protocol has it."""
    filled = behaviour.OPTIONAL_AND_COMPUTED["*"] | behaviour.OPTIONAL_AND_COMPUTED.get(name, set())
    filled |= behaviour.DEFAULTS.get(name, {}).keys()
    attributes = []
    for key, about in schema["attributes"].items():
        is_required, is_computed = about.get("required", False), about.get("computed", False)
        attributes.append(
            {
                "name": key,
                "type": json.dumps(about["type"]).encode(),
                "required": is_required,
                "optional": not is_required and not is_computed,
                "computed": is_computed or (not is_required and key in filled),
                "write_only": key.endswith("_wo"),
            }
        )
    blocks = [
        {
            "type_name": key,
            "block": block("", about["block"]),
            "nesting": NESTING[about["nesting"]],
            "min_items": about.get("min", 0),
            "max_items": about.get("max", 0),
        }
        for key, about in schema["blocks"].items()
    ]
    return {"attributes": attributes, "block_types": blocks}


def schemas(kind):
    return {name: {"block": block(name, schema)} for name, schema in SCHEMA[kind].items()}


PROVIDER, RESOURCES, DATA = {"block": block("", SCHEMA["provider"])}, schemas("resource"), schemas("data")


def read(value):
    """A value that Terraform sends."""
    if value.get("msgpack"):
        return msgpack.unpackb(value["msgpack"], ext_hook=msgpack.ExtType, strict_map_key=False)
    return json.loads(value["json"]) if value.get("json") else None


def written(value):
    return {"msgpack": msgpack.packb(value)}


def is_unknown(value):
    return isinstance(value, msgpack.ExtType)


def error(summary):
    return {"diagnostics": [{"severity": 1, "summary": summary}]}


def empty(kind):
    """A value of a type, for what only AWS knows."""
    if isinstance(kind, list):
        return {} if kind[0] in ("map", "object") else []
    return {"string": "", "number": 1, "bool": False, "dynamic": None}[kind]


class Provider:
    """The procedures of the protocol. The account outlives a run of Terraform: it is in a file."""

    def __init__(self, file):
        self.region = ""
        self.file = pathlib.Path(file)
        self.account = json.loads(self.file.read_text()) if self.file.exists() else {"names": {}, "revision": 0}

    def saved(self):
        self.file.write_text(json.dumps(self.account))

    def GetMetadata(self, _):
        return {
            "resources": [{"type_name": name} for name in RESOURCES],
            "data_sources": [{"type_name": name} for name in DATA],
        }

    def GetProviderSchema(self, _):
        return {
            "provider": PROVIDER,
            "resource_schemas": [{"key": name, "value": schema} for name, schema in RESOURCES.items()],
            "data_source_schemas": [{"key": name, "value": schema} for name, schema in DATA.items()],
        }

    def GetFunctions(self, _):
        return {}

    def GetResourceIdentitySchemas(self, _):
        return {}

    def StopProvider(self, _):
        return {}

    def ValidateProviderConfig(self, _):
        return {}

    def ValidateResourceConfig(self, _):
        return {}

    def ValidateDataResourceConfig(self, _):
        return {}

    def ConfigureProvider(self, request):
        config = read(request["config"])
        self.region = config["region"]
        allowed = config.get("allowed_account_ids") or [ACCOUNT]
        return {} if ACCOUNT in allowed else error(f"AWS account ID not allowed: {ACCOUNT}")

    def UpgradeResourceState(self, request):
        return {"upgraded_state": written(json.loads(request["raw_state"]["json"]))}

    def ReadResource(self, request):
        return {"new_state": request["current_state"]}

    def PlanResourceChange(self, request):
        kind, prior, planned = (
            request["type_name"],
            read(request["prior_state"]),
            read(request["proposed_new_state"]),
        )
        if planned is None:
            return {"planned_state": request["proposed_new_state"]}
        for name, value in behaviour.DEFAULTS.get(kind, {}).items():
            if planned.get(name) is None:
                planned[name] = value
        for attribute in RESOURCES[kind]["block"]["attributes"]:
            name = attribute["name"]
            if attribute["computed"] and planned.get(name) is None and prior is None:
                planned[name] = UNKNOWN
            if attribute["write_only"]:
                planned[name] = None
        behaviour.settled(kind, prior, planned)
        replaced = [
            {"steps": [{"attribute_name": name}]}
            for name in sorted(behaviour.FORCE_NEW[kind])
            # An import knows only the name.
            if prior is not None and prior.get(name) not in (None, []) and prior[name] != planned[name]
        ]
        answer = {"planned_state": written(planned), "requires_replace": replaced}
        refused = behaviour.refused(kind, prior, planned)
        return answer | (error(refused) if refused else {})

    def ApplyResourceChange(self, request):
        kind, prior, planned = request["type_name"], read(request["prior_state"]), read(request["planned_state"])
        if planned is None:
            return self.deleted(kind, prior)
        taken = self.name(kind, planned)
        if prior is None and taken in self.account["names"]:
            return error(f"{kind} {taken}: already exists") | {"new_state": written(None)}
        self.account["revision"] += prior is None
        revision = self.account["revision"]
        types = SCHEMA["resource"][kind]["attributes"]
        for name, value in planned.items():
            if is_unknown(value) and name != "arn":
                planned[name] = None if name == "id" else empty(types[name]["type"])
        if is_unknown(planned.get("arn")):
            planned["arn"] = behaviour.arn(kind, planned, self.region, ACCOUNT, revision)
        if planned.get("id") is None:
            planned["id"] = behaviour.identifier(kind, planned, revision)
        if taken:
            self.account["names"][self.name(kind, planned)] = planned["id"]
        self.saved()
        return {"new_state": written(planned)}

    def name(self, kind, values):
        """The name that the resource has in the account, if it has one of its own."""
        names = [str(values.get(name)) for name in behaviour.NAMES.get(kind, ())]
        return " ".join([kind, *names]) if names else None

    def deleted(self, kind, prior):
        cluster = prior.get("arn")
        left = [name for name in self.account["names"] if name.startswith(f"aws_ecs_service {cluster} ")]
        if kind == "aws_ecs_cluster" and left:
            summary = "ClusterContainsServicesException: The Cluster cannot be deleted while Services are active."
            return error(summary) | {"new_state": written(prior)}
        self.account["names"].pop(self.name(kind, prior), None)
        self.saved()
        return {"new_state": written(None)}

    def ImportResourceState(self, request):
        kind = request["type_name"]
        block = RESOURCES[kind]["block"]
        state = {attribute["name"]: None for attribute in block["attributes"]}
        state |= {about["type_name"]: None if about["nesting"] == 1 else [] for about in block["block_types"]}
        known = behaviour.imported(kind, request["id"])
        if known is None:
            return error(f"{kind}: unexpected format for ID ({request['id']})")
        state |= known
        if "arn" in state:
            state["arn"] = "arn:aws:imported:" + request["id"]
        return {"imported_resources": [{"type_name": kind, "state": written(state)}]}

    def ReadDataSource(self, request):
        kind, values = request["type_name"], read(request["config"])
        partition = behaviour.partition(self.region)
        if kind == "aws_caller_identity":
            values |= {"account_id": ACCOUNT, "arn": "arn", "user_id": "user", "id": ACCOUNT}
        elif kind == "aws_partition":
            values |= {"partition": partition, "dns_suffix": "amazonaws.com", "id": partition}
        elif kind == "aws_region":
            values |= {"name": self.region, "region": self.region, "id": self.region}
        else:
            arn = f"arn:{partition}:ecs:{self.region}:{ACCOUNT}:cluster/{values['cluster_name']}"
            values |= {"arn": arn, "id": arn, "status": "ACTIVE"}
        return {"state": written(values)}


def main():
    socket, account = sys.argv[1:]
    provider = Provider(account)
    handlers = {
        name: grpc.unary_unary_rpc_method_handler(
            lambda request, _, name=name: getattr(provider, name)(request),
            request_deserializer=lambda data, fields=fields: wire.decode(data, fields),
            response_serializer=lambda message, fields=answer: wire.encode(message, fields),
        )
        for name, (fields, answer) in wire.PROCEDURES.items()
    }
    # One thread: the account has no locks.
    options = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
    server = grpc.server(futures.ThreadPoolExecutor(1), options=options)
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("tfplugin6.Provider", handlers)])
    server.add_insecure_port(f"unix:{socket}")
    server.start()
    print("up", flush=True)
    server.wait_for_termination()


main()
