"""Prints the members of botocore's model of ECS, for tests/facts/members.rs."""

import json

import botocore.session

MODEL = botocore.session.get_session().get_service_model("ecs")
NAMES = {"string": "string", "integer": "number", "double": "number", "boolean": "boolean", "map": "map"}


def described(shape):
    if shape.type_name == "structure":
        # A document type has no members, and takes anything.
        return {name: described(member) for name, member in shape.members.items()} or "any"
    if shape.type_name == "list":
        return [described(shape.member)]
    return NAMES[shape.type_name]


def input_of(operation):
    return MODEL.operation_model(operation).input_shape


def only_described(operation, member, creates):
    shape = MODEL.operation_model(operation).output_shape.members[member]
    shape = shape.member if shape.type_name == "list" else shape
    return [name for name in shape.members if name not in input_of(creates).members]


print(
    json.dumps(
        {
            "RegisterTaskDefinition": described(input_of("RegisterTaskDefinition")),
            "CreateService": described(input_of("CreateService")),
            "only of a described task definition": only_described(
                "DescribeTaskDefinition", "taskDefinition", "RegisterTaskDefinition"
            ),
            "only of a described service": only_described("DescribeServices", "services", "CreateService"),
        }
    )
)
