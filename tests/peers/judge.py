"""Prints what botocore, moto through the AWS CLI's own protocol, and cfn-lint say about AWS documents. Needs no network
except loopback: the environment names a server of moto and the credentials for it.

Standard input is a JSON list of cases, each {"name", "task", "service", "cluster", "log_group", "retention", "roles"}.
Standard output is a JSON object: for each name the reports of each peer, lists of [where, message]. A sample of the
cases goes through the real AWS CLI too ("aws", null for the others), because a call of it takes a second.
"""

import collections
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile

REGION = "us-west-2"
os.environ.update(AWS_DEFAULT_REGION=REGION)
os.environ.pop("AWS_PROFILE", None)

import boto3
import botocore.config
import botocore.exceptions
import botocore.validate
import cfnlint.api
from cfnlint.config import ManualArgs

ID = re.compile(r"(?:subnet|sg)-(?:[0-9a-f]{17}|[0-9a-f]{8})")


def members(document, operation, model):
    """Returns the reports of botocore's own validation: [member, message]."""
    shape = model.operation_model(operation).input_shape
    report = botocore.validate.ParamValidator().validate(document, shape).generate_report()
    return [["", line] for line in report.splitlines() if line]


class Moto:
    """A copy of AWS on loopback, with a network in which every well-formed ID exists."""

    def __init__(self):
        self.endpoint = os.environ["AWS_ENDPOINT_URL"]
        config = botocore.config.Config(retries={"max_attempts": 0})
        make = lambda service: boto3.client(service, region_name=REGION, endpoint_url=self.endpoint, config=config)
        self.ecs, self.ec2, self.logs, self.iam = map(make, ["ecs", "ec2", "logs", "iam"])
        self.known = {}
        self.vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.real = {}

    def existing(self, document):
        """Replaces each well-formed ID in the document with one that exists."""

        def real(match):
            wanted = match.group()
            if wanted not in self.real:
                number = len(self.real)
                if wanted.startswith("subnet-"):
                    block = f"10.0.{number}.0/24"
                    made = self.ec2.create_subnet(VpcId=self.vpc, CidrBlock=block)["Subnet"]["SubnetId"]
                else:
                    name = f"group-{number}"
                    made = self.ec2.create_security_group(GroupName=name, Description="d", VpcId=self.vpc)["GroupId"]
                self.real[wanted] = made
            return self.real[wanted]

        document = json.loads(json.dumps(document))
        network = document.get("networkConfiguration", {}).get("awsvpcConfiguration", {})
        for member in ["subnets", "securityGroups"]:
            ids = network.get(member, [])
            network.update({member: [ID.sub(real, item) if ID.fullmatch(item) else item for item in ids]})
        return document

    def said_of(self, where, operation, arguments):
        try:
            operation(**arguments)
        except botocore.exceptions.ParamValidationError as error:
            return [[where, line] for line in str(error).splitlines()[1:]]
        except botocore.exceptions.ClientError as error:
            if error.response["Error"]["Code"] not in ["ResourceAlreadyExistsException", "EntityAlreadyExists"]:
                return [[where, str(error)]]
        return []

    def judge(self, case):
        said = []

        def call(where, operation, **arguments):
            # A repeated call gets the same reports, except about resources that exist by then.
            key = json.dumps([operation.__name__, arguments], sort_keys=True)
            if key not in self.known:
                self.known[key] = self.said_of(where, operation, arguments)
            said.extend(self.known[key])
            return not self.known[key]

        if case["log_group"] is not None:
            made = call("logGroupName", self.logs.create_log_group, logGroupName=case["log_group"])
            if made and case["retention"] is not None:
                group, days = case["log_group"], case["retention"]
                call("retentionInDays", self.logs.put_retention_policy, logGroupName=group, retentionInDays=days)
        for role in case["roles"]:
            trust = json.dumps(role["trust"])
            call("roleName", self.iam.create_role, RoleName=role["name"], AssumeRolePolicyDocument=trust, Tags=role["tags"])
        call("clusterName", self.ecs.create_cluster, clusterName=case["cluster"])
        # A service needs a task definition.
        if call("", self.ecs.register_task_definition, **case["task"]):
            service = self.existing(case["service"])
            call("", self.ecs.create_service, **service)
        return said

    def command_line(self, case):
        """Sends the same two documents with the real AWS CLI."""
        said = []
        with tempfile.TemporaryDirectory() as directory:
            for operation, document in [
                ("register-task-definition", case["task"]),
                ("create-service", self.existing(case["service"])),
            ]:
                path = os.path.join(directory, operation)
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(document, file)
                aws = ["aws", "ecs", operation, "--endpoint-url", self.endpoint, "--cli-input-json", f"file://{path}"]
                done = subprocess.run(aws, capture_output=True, text=True, check=False, env={**os.environ, "HOME": directory})
                if done.returncode != 0:
                    said.append(["", " ".join(done.stderr.split())])
                    break
        return said


def cased(value):
    """Spells the members as CloudFormation does: with a capital."""
    if isinstance(value, list):
        return [cased(item) for item in value]
    if not isinstance(value, dict):
        return value
    capital = lambda name: name[:1].upper() + name[1:]
    return {
        capital(name): (item if name in ["options", "dockerLabels"] else cased(item))
        for name, item in value.items()
    }


def cloudformation(cases):
    """Puts each different resource of the cases into a small template. Returns the templates and the cases of each. A task
    definition includes its service, because some rules check both."""
    known, owners = {}, collections.defaultdict(list)
    templates = [{}]

    def add(case, *resources):
        key = json.dumps(resources, sort_keys=True)
        if key not in known:
            # Twice the resources take more than twice as long to check.
            if len(templates[-1]) >= 40:
                templates.append({})
            known[key] = f"R{len(known)}"
            for kind, properties in resources:
                if kind == "AWS::ECS::Service":
                    properties = {**properties, "TaskDefinition": {"Ref": f"{known[key]}Task"}}
                name = known[key] + kind.removeprefix("AWS::ECS::").removesuffix("Definition").replace(":", "")
                templates[-1][name] = {"Type": kind, "Properties": properties}
        owners[known[key]].append(case["name"])

    for case in cases:
        task, service = cased(case["task"]), cased(case["service"])
        add(case, ["AWS::ECS::TaskDefinition", task])
        # A service depends only on these members of the task definition.
        about = {name: task[name] for name in ["NetworkMode", "RequiresCompatibilities"] if name in task}
        containers = [{"Name": "c", "Image": "i", "Memory": 2048, **ports(of)} for of in task["ContainerDefinitions"]]
        about.update(Family="f", Cpu="1024", Memory="2048", ContainerDefinitions=containers)
        add(case, ["AWS::ECS::TaskDefinition", about], ["AWS::ECS::Service", service])
        add(case, ["AWS::ECS::Cluster", {"ClusterName": case["cluster"]}])
        if case["log_group"] is not None:
            properties = {"LogGroupName": case["log_group"]}
            if case["retention"] is not None:
                properties["RetentionInDays"] = case["retention"]
            add(case, ["AWS::Logs::LogGroup", properties])
        for role in case["roles"]:
            properties = {"RoleName": role["name"], "AssumeRolePolicyDocument": role["trust"], "Tags": role["tags"]}
            add(case, ["AWS::IAM::Role", properties])
    return templates, owners


def ports(container):
    return {"PortMappings": container["PortMappings"]} if "PortMappings" in container else {}


def lint(cases):
    """Returns the errors of cfn-lint by case. Warnings and advice do not count."""
    said = collections.defaultdict(list)
    templates, owners = cloudformation(cases)
    # The rule about unique names is about the template, which only this program has made.
    config = ManualArgs(regions=[REGION], ignore_checks=["W", "I", "E3019"])
    for resources in templates:
        template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}
        for match in cfnlint.api.lint(json.dumps(template), config=config):
            path = list(getattr(match, "path", None) or [])
            owner = re.match(r"R\d+", str(path[1])) if len(path) > 1 else None
            if owner is None:
                raise SystemExit(f"cfn-lint says something of no case: {match}")
            where = "/".join(str(part) for part in path[3:])
            for name in dict.fromkeys(owners[owner.group()]):
                said[name].append([where, f"{match.rule.id} {match.message}"])
    return said


cases = json.load(sys.stdin)
model = boto3.session.Session()._session.get_service_model("ecs")
# In a separate process, in parallel with the rest.
with multiprocessing.Pool(1) as pool:
    linting = pool.apply_async(lint, [cases])
    moto = Moto()
    moto_says = {case["name"]: moto.judge(case) for case in cases}
    linted = linting.get()
reports = {}
for case in cases:
    reports[case["name"]] = {
        "botocore": members(case["task"], "RegisterTaskDefinition", model)
        + members(case["service"], "CreateService", model),
        "moto": moto_says[case["name"]],
        "cfn-lint": linted.get(case["name"], []),
        "aws": None,
    }
# The sample: the good cases, and one in eight of those whose documents are rejected.
refused = [case for case in cases if any(where == "" for where, _ in reports[case["name"]]["moto"])]
for case in [case for case in cases if case["name"].startswith("good")] + refused[::8]:
    reports[case["name"]]["aws"] = moto.command_line(case)
json.dump(reports, sys.stdout)
