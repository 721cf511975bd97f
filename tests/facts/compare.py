"""Compares this project's facts, JSON on standard input, with the data in the installed botocore and cfn-lint.

Prints each difference. The arguments are files: of intended differences (the difference as printed, a tab, the reason), and
of members that the page does not offer (the operation, a space, the path; a tab, the reason).
Exits with 1 if it finds a difference that the file does not list, or does not find one that it lists.
"""

import html
import json
import re
import sys
import unicodedata

import botocore
import botocore.session
import cfnlint.version
from cfnlint.helpers import load_resource
from cfnlint.schema.manager import ProviderSchemaManager
import cfnlint.data.schemas.extensions.aws_ecs_taskdefinition as ecs_extensions

facts = json.load(sys.stdin)
session = botocore.session.get_session()
loader = session.get_component("data_loader")
models = {name: session.get_service_model(name) for name in ["ecs", "iam", "logs", "secretsmanager"]}
cloudformation = ProviderSchemaManager()
differences = []
compared = 0


def differs(text):
    differences.append(text)


def same(what, ours, theirs):
    """Compares both as sets of texts."""
    global compared
    ours, theirs = {str(item) for item in ours}, {str(item) for item in theirs}
    compared += len(ours | theirs)
    for item in sorted(ours - theirs):
        differs(f"{what}: only here: {item}")
    for item in sorted(theirs - ours):
        differs(f"{what}: only at AWS: {item}")


def equal(what, ours, theirs):
    global compared
    compared += 1
    if ours != theirs:
        differs(f"{what}: here {ours}, at AWS {theirs}")


def prose(service, shape, member, phrase):
    """The documentation of a member, for facts that the API states only in words."""
    global compared
    compared += 1
    text = models[service].shape_for(shape)
    text = (text.members[member] if member else text).documentation
    if phrase not in " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split()):
        differs(f"{service} {shape}.{member} no longer says: {phrase}")


def schema(kind, *path):
    found = cloudformation.get_resource_schema("us-east-1", kind).schema
    for part in path:
        found = found[part]
    return found


# Fargate's sizes: cfn-lint's own table is one alternative per CPU.
sizes = {}
for option in load_resource(ecs_extensions, "fargate_cpu_memory.json")["then"]["anyOf"]:
    memory = option["properties"]["Memory"]["then"]
    steps = memory.get("enum") or range(memory["minimum"], memory["maximum"] + 1, memory["multipleOf"])
    for cpu in option["properties"]["Cpu"]["then"]["enum"]:
        sizes[str(cpu)] = list(steps)
flat = lambda table: [f"{cpu}/{memory}" for cpu, memories in table.items() for memory in memories]
same("Fargate size", flat(facts["fargate_sizes"]), flat(sizes))
same("Fargate CPU in the API's words", facts["fargate_sizes"], re.findall(
    r"Available cpu values: (\d+)", re.sub(r"<[^>]+>", "",
    models["ecs"].shape_for("RegisterTaskDefinitionRequest").members["memory"].documentation)))

# Regions and partitions.
endpoints = {part["partition"]: part for part in loader.load_data("endpoints")["partitions"]}
regions = {}
region_names = {}
for part in loader.load_data("partitions")["partitions"]:
    for region in endpoints[part["id"]]["services"].get("ecs", {}).get("endpoints", {}):
        if region in part["regions"]:
            regions[region] = part["id"]
            region_names[region] = part["regions"][region]["description"]
    for region in part["regions"]:
        if region.endswith("-global"):
            continue
        ours = next(([name, suffix] for prefix, name, suffix in facts["partitions"] if region.startswith(prefix)),
            ["aws", "amazonaws.com"])
        equal(f"partition of {region}", ours, [part["id"], part["outputs"]["dnsSuffix"]])
same("Region of ECS", facts["regions"], regions)
for region, partition in facts["partition_of"].items():
    equal(f"partition of {region} as the page has it", partition, regions.get(region))
for region, name in facts["region_names"].items():
    equal(f"name of {region}", name, region_names.get(region))

# CloudWatch Logs.
same("log retention", facts["log_retention_days"], schema("AWS::Logs::LogGroup", "properties", "RetentionInDays", "enum"))
same("log retention in the API's words", facts["log_retention_days"], re.findall(
    r"\d+", re.search(r"Possible values are:(.*?)\.", models["logs"].shape_for("Days").documentation).group(1)))

# Members that the page knows and does not offer.
def has(shape, names):
    first, *rest = names
    while shape.type_name == "list":
        shape = shape.member
    members = getattr(shape, "members", {})
    return first in members and (not rest or has(members[first], rest))


with open(sys.argv[2], encoding="utf-8") as file:
    not_offered = dict(line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
for member in not_offered:
    operation, path = member.split(" ")
    compared += 1
    if not has(models["ecs"].operation_model(operation).input_shape, path.split(".")):
        differs(f"{member}: not at AWS, and listed as not offered")

# Enumerations.
for name, values in facts["enums"].items():
    same(name, values, models["ecs"].shape_for(name).enum)

# Names: which characters, how long.
def unicode_class(pattern):
    """Returns a test of one character for a pattern of AWS. Python's re has no \\p{…}, and Java's \\w is ASCII."""
    kinds = tuple(re.findall(r"\\p\{(\w)\}", pattern))
    rest = re.compile(re.sub(r"\\p\{\w\}", "", pattern), re.ASCII)
    return lambda c: unicodedata.category(c).startswith(kinds or ("none",)) or bool(rest.fullmatch(c))


PROBES = [chr(code) for code in range(32, 127)] + list("éßñΩж中あ한א٣Ⅷ½²\u00a0\u3000\u2027–“”€©™\u0301\u093f\u24b6🦀")
LETTERS = r"[A-Za-z0-9_-]"


def name(field, pattern, longest):
    allowed = unicode_class(pattern)
    ours = facts["names"][field]
    escape = lambda c: f"U+{ord(c):04X} {unicodedata.name(c, '')}"
    same(f"character of {field}", map(escape, ours["taken"]), [escape(c) for c in PROBES if allowed(c)])
    equal(f"longest {field}", ours["longest"], longest)


def pattern_of(service, shape):
    found = models[service].shape_for(shape).metadata
    pattern = found["pattern"].strip("()")
    return re.match(r"\[.*\]", pattern).group(), found["max"]


words = "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed."
prose("ecs", "RegisterTaskDefinitionRequest", "family", words)
prose("ecs", "ContainerDefinition", "name", words)
prose("ecs", "CreateServiceRequest", "serviceName", words)
prose("ecs", "CreateClusterRequest", "clusterName", words)
prose("ecs", "CreateCapacityProviderRequest", "name",
    'Up to 255 characters are allowed. They include letters (both upper and lowercase letters), numbers, underscores (_), and hyphens (-). The name can\'t be prefixed with " aws ", " ecs ", or " fargate ".')
for field in ["family", "container_name", "service_name", "cluster", "capacity"]:
    name(field, LETTERS, 255)
name("log_group", *pattern_of("logs", "LogGroupName"))
name("role", *pattern_of("iam", "roleNameType"))
name("tag_key", *pattern_of("ecs", "TagKey"))
name("tag_value", *pattern_of("ecs", "TagValue"))
equal("longest secret name", facts["secret_name"]["longest"], models["secretsmanager"].shape_for("NameType").metadata["max"])
equal("longest role name that is made", facts["secret_name"]["role_longest"], pattern_of("iam", "roleNameType")[1])

# IDs: the same probes on both sides.
import cfnlint.rules.formats.SecurityGroupId as security_group
import cfnlint.rules.formats.SubnetId as subnet

for kind, judge in [
    ("subnet", lambda text: subnet.SubnetId().format(None, text)),
    ("security_group", lambda text: security_group.SecurityGroupId().format(None, text)),
    ("account", lambda text: re.fullmatch(models["iam"].shape_for("accountIdType").metadata["pattern"], text)),
]:
    for text, taken in facts["ids"][kind]:
        equal(f"{kind} {text}", taken, bool(judge(text)))

# Numbers that the API states only in words.
prose("ecs", "EphemeralStorage", "sizeInGiB", "The minimum supported value is 21 GiB and the maximum supported value is 200 GiB.")
equal("ephemeral storage", facts["ranges"]["ephemeral_storage"], [21, 200, 180])
prose("ecs", "ContainerDefinition", "stopTimeout", "the max stop timeout value is 120 seconds")
equal("stop timeout", facts["ranges"]["stop_timeout"], [2, 120, 119])
prose("ecs", "ContainerDefinition", "memory", "don't specify less than 6 MiB of memory for your containers")
equal("smallest container", facts["ranges"]["container_memory"][0], 6)
prose("ecs", "RegisterTaskDefinitionRequest", "cpu", "between 128 CPU units ( 0.125 vCPUs) and 196608 CPU units ( 192 vCPUs)")
equal("CPU on EC2", facts["ranges"]["ec2_cpu"][:2], [128, 196608])
prose("ecs", "AwsVpcConfiguration", "subnets", "There's a limit of 16 subnets")
prose("ecs", "AwsVpcConfiguration", "securityGroups", "There's a limit of 5 security groups")
prose("ecs", "RegisterTaskDefinitionRequest", "tags", "Maximum number of tags per resource - 50")
prose("ecs", "HealthCheck", "interval", "between 5 and 300 seconds")
prose("ecs", "HealthCheck", "timeout", "between 2 and 60 seconds")
prose("ecs", "HealthCheck", "retries", "between 1 and 10 retries")
prose("ecs", "HealthCheck", "startPeriod", "between 0 and 300 seconds")
prose("ecs", "ContainerDefinition", "image", "up to 255 characters total are allowed")

# The typed documents, from the sources: their members, types and required members.
SHAPES = {"TaskDefinition": "RegisterTaskDefinitionRequest", "Service": "CreateServiceRequest"}
# Options are any texts by name, so the API has no shape for them.
LOG_OPTIONS = "AwslogsOptions"


def kind_of(rust):
    rust = re.sub(r"^Option<(.*)>$", r"\1", rust)
    if rust == LOG_OPTIONS:
        return "map"
    if rust.startswith(("Vec<", "[")):
        return "list"
    return {"u64": "integer", "bool": "boolean"}.get(rust, "string" if rust in ["String", "Text", "&'static str"] else "structure")


# `document!` writes a member as `"nameOfTheApi" [if filled] => pub name: Type,`; `filled` leaves out what is empty.
MEMBER = re.compile(r'^ +"([\w-]+)"( if filled)? => pub \w+: (.+),$', re.M)

for source in facts["sources"]:
    for struct, body in re.findall(r"pub struct (\w+)(?:<'a>)? \{\n(.*?)\n    \}", source, re.S):
        if struct in [LOG_OPTIONS, "CapitalTag"]:
            continue
        shape = models["ecs"].shape_for(SHAPES.get(struct, struct))
        declared = []
        for member, filled, rust_type in MEMBER.findall(body):
            optional = filled or rust_type.startswith("Option<")
            declared.append(member)
            if member not in shape.members:
                differs(f"member: {shape.name} has no {member}")
                continue
            if member not in shape.required_members or not optional:
                compared += 1
            else:
                differs(f"member: {shape.name} requires {member}, which may be left out here")
            equal(f"type of {shape.name}.{member}", kind_of(rust_type), shape.members[member].type_name.replace("long", "integer"))
        if not declared:
            differs(f"member: no member was found in {struct}")
        for member in shape.required_members:
            if member not in declared:
                differs(f"member: {shape.name} requires {member}, which is not here")
options = re.search(rf"pub struct {LOG_OPTIONS} \{{\n(.*?)\n    \}}", facts["sources"][0], re.S).group(1)
options = [name for name, _, _ in MEMBER.findall(options)]
known = models["ecs"].shape_for("LogConfiguration").members["options"].documentation
for option in options:
    compared += 1
    if not re.search(rf">\s*{option}\s*<", known):
        differs(f"log option: the API speaks of no {option}")


# The generated documents: the API has every member, and every value of an enumeration.
def walk(value, shape, path):
    global compared
    compared += 1
    if shape.type_name == "structure":
        for member, inner in value.items():
            if member not in shape.members:
                differs(f"document: {path} has no {member}")
            else:
                walk(inner, shape.members[member], f"{path}.{member}")
    elif shape.type_name == "list":
        for inner in value:
            walk(inner, shape.member, path)
    elif getattr(shape, "enum", None) and value not in shape.enum:
        differs(f"document: {path} is {value}, which is none of {shape.enum}")


for document in facts["documents"]:
    walk(document["document"], models["ecs"].operation_model(document["operation"]).input_shape, document["operation"])

with open(sys.argv[1], encoding="utf-8") as file:
    lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
reasons = dict(line.split("\t", 1) for line in lines)
differences = list(dict.fromkeys(differences))
new = [text for text in differences if text not in reasons]
stale = [text for text in reasons if text not in differences]
print(f"{compared} facts compared with botocore {botocore.__version__} and cfn-lint {cfnlint.version.__version__}:")
for text in differences:
    if text in reasons:
        print(f"  meant: {text} ({reasons[text]})")
for member, reason in not_offered.items():
    print(f"  known, not offered: {member} ({reason})")
for text in new:
    print(f"  DIFFERS: {text}")
for text in stale:
    print(f"  NO LONGER TRUE, take it out of the exceptions: {text}")
print(f"{len(differences) - len(new)} differences that are meant, {len(new)} that are not")
sys.exit(1 if new or stale else 0)
