"""Makes schema.json: the arguments, blocks and types of hashicorp/aws that our files and the stand-ins use.

The npm package @cdktn/provider-aws is generated from the provider's own schema. The package is large, so only this
extract is in the repository. To make it again for another version, from the root of the checkout:

    npm pack @cdktn/provider-aws@25.7.0 && tar -xzf cdktn-provider-aws-25.7.0.tgz
    python3 tests/terraform_stub/extract.py package > tests/terraform_stub/schema.json

The package does not say which arguments are optional *and* computed, nor which a change of makes a new resource.
`behaviour.py` has both, read in the provider's sources.
"""

import json
import pathlib
import re
import sys

RESOURCES = """cloudwatch-log-group ecs-cluster ecs-cluster-capacity-providers ecs-service ecs-task-definition
iam-policy iam-role iam-role-policy iam-role-policy-attachment secretsmanager-secret
secretsmanager-secret-version""".split()
DATA = "caller-identity ecs-cluster partition region".split()

PRIMITIVES = {"boolean": "bool", "number": "number", "string": "string", "any": "dynamic"}
COMPUTED = {
    "String": "string",
    "Number": "number",
    "Boolean": "bool",
    "List": ["list", "string"],
    "StringMap": ["map", "string"],
    "complex": ["list", ["object", {}]],
}


def described(text):
    """The members that a generated `to…HclTerraform` function lists: name, whether it is a block, types."""
    pattern = (
        r'^\s+"?([a-z0-9_]+)"?: \{\s*\n\s+value: .*\n\s+isBlock: (true|false),\s*\n'
        r'\s+type: "(\w+)",\s*\n\s+storageClassType: "(\w+)"'
    )
    return {name: (block == "true", kind, store) for name, block, kind, store in re.findall(pattern, text, re.M)}


def snake(documentation, name):
    """Terraform's name of a member: the anchor of its documentation, or its own name."""
    found = re.search(r"#([a-z0-9_]+) \w+#\1\}", documentation)
    return found.group(1) if found else re.sub(r"[A-Z]", lambda letter: "_" + letter.group(0).lower(), name)


class Module:
    """One generated class with its nested structs."""

    def __init__(self, directory):
        self.code = (directory / "index.js").read_text(encoding="utf-8")
        types = (directory / "index.d.ts").read_text(encoding="utf-8")
        functions = re.finditer(r"function (\w)(\w*)ToHclTerraform\(struct\) \{(.*?)\n\}\n", self.code, re.S)
        self.structs = {found[1].upper() + found[2]: described(found[3]) for found in functions}
        self.lists = set(re.findall(r"class (\w+)List extends cdktn\.ComplexList", self.code))
        self.required = {}
        for name, body in re.findall(r"export interface (\w+)(?: extends [\w.]+)? \{(.*?)\n\}", types, re.S):
            members = re.findall(r"/\*\*(.*?)\*/\s*readonly (\w+)(\??):", body, re.S)
            self.required[name] = {snake(text, member) for text, member, optional in members if not optional}

    def schema(self):
        """The schema: attributes with type and flags, and blocks."""
        main = re.search(r"synthesizeHclAttributes\(\) \{(.*?)\n    \}", self.code, re.S).group(1)
        found = re.search(r"class (\w+) extends cdktn\.Terraform(?:Resource|DataSource|Provider)", self.code)
        arguments = described(main)
        block = self.block(arguments, found.group(1) + "Config")
        body = self.code[found.start() :]
        getters = re.findall(r"return (?:cdktn\.Fn\.tolist\()?this\.get(\w+)Attribute\('([a-z0-9_]+)'\)", body)
        lists = re.findall(r'= new \w+List\(this, "([a-z0-9_]+)", (?:true|false)\)', body)
        for kind, name in getters + [("complex", name) for name in lists]:
            if name not in arguments:
                block["attributes"][name] = {"type": COMPUTED.get(kind, "string"), "computed": True}
        return block

    def block(self, members, name):
        """The attributes and blocks of one level."""
        block = {"attributes": {}, "blocks": {}}
        for member, (is_block, kind, store) in members.items():
            is_list = store.endswith("List") and store not in ("stringList", "numberList")
            struct = store[:-4] if is_list else store
            required = member in self.required.get(name, ())
            if is_block:
                nesting = {"struct": "single"}.get(kind, kind)
                inner = {"nesting": nesting, "block": self.block(self.structs.get(struct, {}), struct)}
                if nesting != "single" and struct not in self.lists:
                    inner["max"] = 1
                if nesting != "single" and required:
                    inner["min"] = 1
                block["blocks"][member] = inner
                continue
            nested = struct in self.structs
            attribute = {"type": self.nested(kind, struct) if nested else self.type(kind, store)}
            if required:
                attribute["required"] = True
            block["attributes"][member] = attribute
        return block

    @staticmethod
    def type(kind, store):
        """The type of a plain argument, in Terraform's JSON."""
        if store in PRIMITIVES:
            return PRIMITIVES[store]
        element = re.match(r"(string|number|boolean)(List|Map)", store)
        return [kind, PRIMITIVES[element.group(1)]]

    def nested(self, kind, struct):
        """The type of an argument that is a list of objects."""
        members = {}
        for name, (_, inner, store) in self.structs[struct].items():
            known = store in self.structs or store[:-4] in self.structs
            members[name] = self.nested(inner, store.removesuffix("List")) if known else self.type(inner, store)
        return [kind if kind in ("list", "set", "map") else "list", ["object", members]]


def main():
    package = pathlib.Path(sys.argv[1])
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))

    def named(prefix, names):
        return {"aws_" + n.replace("-", "_"): Module(package / "lib" / (prefix + n)).schema() for n in names}

    provider = re.search(r"providerVersion: '([\d.]+)'", (package / "lib/provider/index.js").read_text(encoding="utf-8"))
    schema = {
        "source": f"hashicorp/aws {provider.group(1)}, from {version['name']} {version['version']}",
        "provider": Module(package / "lib" / "provider").schema(),
        "resource": named("", RESOURCES),
        "data": named("data-aws-", DATA),
    }
    print(json.dumps(schema, separators=(",", ":"), sort_keys=True).replace('},"aws_', '},\n"aws_'))


main()
