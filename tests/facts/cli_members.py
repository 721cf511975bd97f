"""Prints, as JSON, the members of ECS's inputs that an AWS CLI knows: their names from the input on, with a point between.

The argument is a directory of botocore's data; without one, the data of the installed botocore.
"""
import glob
import gzip
import json
import os
import sys

if len(sys.argv) > 1:
    data = sys.argv[1]
else:
    import botocore

    data = os.path.join(os.path.dirname(botocore.__file__), "data")
[path] = glob.glob(os.path.join(data, "ecs/2014-11-13/service-2.json*"))
with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
    model = json.load(file)


def members(shape, before, around):
    kind = model["shapes"][shape]
    if kind["type"] == "list":
        yield from members(kind["member"]["shape"], before, around)
    elif kind["type"] == "structure" and shape not in around:
        for name, member in kind["members"].items():
            path = before + name
            yield path
            yield from members(member["shape"], path + ".", around | {shape})


print(
    json.dumps(
        {
            operation: sorted(set(members(model["operations"][operation]["input"]["shape"], "", frozenset())))
            for operation in ("RegisterTaskDefinition", "CreateService", "UpdateService")
        }
    )
)
