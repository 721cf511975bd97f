"""Prints as JSON what AWS holds of a deployment. The names come as JSON on standard input. One process makes all calls,
because a call of the AWS CLI takes a second."""

import ast
import datetime
import json
import sys

try:
    import boto3
    from botocore.exceptions import ClientError
except ImportError:
    sys.exit("This test needs the Python package `boto3`; `make test` installs it.")

names = json.load(sys.stdin)
region = names["region"]


def client(service):
    return boto3.client(service, region_name=region)


def without_metadata(answer):
    answer.pop("ResponseMetadata", None)
    return answer


if "cluster" not in names:
    ec2 = client("ec2")
    json.dump(
        {
            "subnets": [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"][:2]],
            "security_groups": [group["GroupId"] for group in ec2.describe_security_groups()["SecurityGroups"][:1]],
        },
        sys.stdout,
    )
    sys.exit()

ecs, iam, logs = client("ecs"), client("iam"), client("logs")
task = ecs.describe_task_definition(taskDefinition=names["family"], include=["TAGS"])
service = ecs.describe_services(cluster=names["cluster"], services=[names["service"]], include=["TAGS"])["services"][0]
cluster = ecs.describe_clusters(clusters=[names["cluster"]], include=["TAGS"])["clusters"][0]
held = {
    "taskDefinition": task["taskDefinition"],
    "service": service,
    "cluster": cluster,
    "tags": {
        "taskDefinition": task.get("tags"),
        "service": service.pop("tags", None),
        "cluster": cluster.pop("tags", None),
    },
    "roles": [],
    "logGroups": [],
}
for name in names["roles"]:
    role = without_metadata(iam.get_role(RoleName=name))["Role"]
    for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
        document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
        # moto keeps a stack's document as Python prints it; AWS keeps JSON.
        role[policy] = ast.literal_eval(document) if isinstance(document, str) else document
    if not role.get("Description"):
        role.pop("Description", None)
    held["roles"].append(role)
for name in names["logGroups"]:
    group = logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"][0]
    try:
        group["tags"] = logs.list_tags_for_resource(resourceArn=group["arn"].removesuffix(":*"))["tags"]
    except ClientError as error:
        sys.exit(str(error))
    held["logGroups"].append(group)
json.dump(held, sys.stdout, default=lambda value: value.isoformat() if isinstance(value, datetime.datetime) else str(value))
