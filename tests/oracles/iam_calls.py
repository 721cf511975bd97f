"""Holds recorded calls against IAM policies, as IAM would: action, resource and condition.

Standard input is a JSON list of {"name", "policy", "account", "calls"}. A call is {"call": "ecs create-service",
"region", "input"}. Prints as JSON: "denied", one line per call that no statement allows; "held", the number of
requests that were held against a policy; "unused", the actions that no call of any case needs.

The resource of a request is the one that the service authorization reference names for the action, which parliament
contains; EXCEPTIONS lists where that is wrong, with its source.
"""
import json
import os
import re
import sys

import parliament

with open(os.path.join(os.path.dirname(parliament.__file__), "iam_definition.json"), encoding="utf-8") as file:
    SERVICES = {service["prefix"]: service for service in json.load(file)}

# Action, the resource in place of the reference's, and the source.
EXCEPTIONS = {
    # https://github.com/widdix/complete-aws-iam-reference/issues/74 and
    # https://github.com/cdklabs/construct-hub/pull/1207 (the error of AWS says "on resource: *"): only a call with a
    # container instance is authorized on it.
    "ecs:ListTasks": lambda request: None if "containerInstance" in request.input else ["*"],
    # https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html: a secret that does not exist has
    # no suffix in its ARN, and the script asks for it by its name.
    "secretsmanager:DescribeSecret": lambda request: [request.arn("secret:" + name) for name in request.secret()],
    # botocore's `LogGroup.arn`: policies need the version with a trailing `:*`, except for the three actions on tags.
    "logs:CreateLogGroup": lambda request: [request.group()],
    "logs:PutRetentionPolicy": lambda request: [request.group()],
    "logs:DescribeLogStreams": lambda request: [request.group()],
    # The same: without a name of a group, AWS authorizes on all of them.
    "logs:DescribeLogGroups": lambda request: [request.arn("log-group::log-stream:")],
    # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html
    "iam:CreateServiceLinkedRole": lambda request: [
        f"arn:{request.partition}:iam::{request.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
    ],
}

# The members of an input that hold the variable of a resource's format.
MEMBERS = {
    "ClusterName": ["cluster", "clusterName", "clusters"],
    "ServiceName": ["service", "serviceName", "services"],
    "TaskDefinitionFamilyName": ["family"],
    "LogGroupName": ["logGroupName"],
    "LogStreamName": ["logStreamName"],
    "RoleNameWithPath": ["RoleName"],
    "RepositoryName": ["repositoryName"],
    "KeyId": ["KeyId"],
    "ContainerInstanceId": ["containerInstance"],
}


class Request:
    """A request that IAM authorizes: one action with an input."""

    def __init__(self, action, given, case, region, context=None):
        self.action, self.input, self.region = action, given, region
        self.account, self.service = case["account"], action.split(":")[0]
        self.partition = case.get("partition", "aws")
        self.context = dict(context or {})

    def arn(self, resource):
        return f"arn:{self.partition}:{self.service}:{self.region}:{self.account}:{resource}"

    def group(self):
        return self.arn(f"log-group:{self.input['logGroupName']}:log-stream:")

    def secret(self):
        """The resource's name while the secret exists, and while it does not."""
        name = self.input.get("SecretId") or self.input["Name"]
        return [name.split(":secret:")[1]] if name.startswith("arn:") else [name + "-a1B2c3", name]

    def values(self, variable):
        if variable == "TaskDefinitionRevisionNumber":
            return ["1"]
        if variable == "SecretId":
            return self.secret()[:1]
        if variable == "TaskId":
            return [arn.rsplit("/", 1)[1] for arn in self.input["tasks"]]
        if variable == "ParameterNameWithoutLeadingSlash":
            return [name.split(":parameter")[-1].lstrip("/") for name in self.input["Names"]]
        for member in MEMBERS[variable]:
            if member in self.input:
                value = self.input[member]
                # A cluster, a service or a key can be given by its ARN.
                return [one.rsplit("/", 1)[-1] if one.startswith("arn:") else one for one in listed(value)]
        raise KeyError(f"{self.action}: no {variable} in {self.input}")

    def fill(self, pattern):
        fixed = {"Partition": self.partition, "Region": self.region, "Account": self.account}
        texts = [pattern]
        for variable in re.findall(r"\$\{(\w+)\}", pattern):
            values = [fixed[variable]] if variable in fixed else self.values(variable)
            texts = [text.replace("${%s}" % variable, value) for text in texts for value in values]
        return texts

    def resources(self):
        own = EXCEPTIONS.get(self.action, lambda _: None)(self)
        if own:
            return own
        for member in ("resourceArn", "roleArn", "keyArn", "secretArn"):
            if member in self.input:
                return [self.input[member]]
        service = SERVICES[self.service]
        name = self.action.split(":")[1]
        privilege = next((p for p in service["privileges"] if p["privilege"] == name), None)
        if privilege is None:
            raise KeyError(f"{self.action} is no action")
        kinds = [kind["resource_type"] for kind in privilege["resource_types"]]
        required = [kind[:-1] for kind in kinds if kind.endswith("*")]
        if not required:
            return ["*"]
        formats = {one["resource"]: one["arn"] for one in service["resources"]}
        return [text for kind in required for text in self.fill(formats[kind])]


def requests(case):
    """The requests of the calls, with those that AWS makes on behalf of a call."""
    for call in case["calls"]:
        given, region = call["input"], call["region"]
        cluster = given.get("cluster")
        context = {"ecs:cluster": f"arn:aws:ecs:{region}:{case['account']}:cluster/{cluster}"} if cluster else {}
        context.update(call.get("context", {}))

        def request(action, given=given, **more):
            return Request(action, given, case, region, {**context, **more})

        service, _, operation = call["call"].partition(" ")
        waits = {"wait services-stable": "describe-services", "wait role-exists": "get-role"}
        operation = waits.get(operation, operation)
        action = f"{service}:" + "".join(word[:1].upper() + word[1:] for word in operation.split("-"))
        main = request(action)
        yield main
        if given.get("tags") or given.get("Tags"):
            if operation != "tag-resource":
                on = {"logs": main.fill("arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}")}.get(
                    service) if service == "logs" else main.resources()
                for arn in on:
                    yield request("iam:TagRole" if service == "iam" else f"{service}:TagResource", {"resourceArn": arn})
        if action == "ecs:RegisterTaskDefinition":
            for member in ("executionRoleArn", "taskRoleArn"):
                if given.get(member):
                    passed = {"iam:PassedToService": "ecs-tasks.amazonaws.com"}
                    yield request("iam:PassRole", {"roleArn": given[member]}, **passed)
        if action == "ecs:CreateCluster":
            yield request("iam:CreateServiceLinkedRole", {}, **{"iam:AWSServiceName": "ecs.amazonaws.com"})
        if action == "secretsmanager:CreateSecret" and given.get("KmsKeyId"):
            for name in ("kms:GenerateDataKey", "kms:Decrypt"):
                yield request(name, {"keyArn": given["KmsKeyId"]})


def listed(value):
    return value if isinstance(value, list) else [value]


def matches(pattern, text):
    """IAM's wildcards: `*` for any text and `?` for any character."""
    parts = re.split(r"([*?])", pattern)
    return re.fullmatch("".join({"*": ".*", "?": "."}.get(part, re.escape(part)) for part in parts), text, re.S)


def holds(statement, context):
    for operator, keys in statement.get("Condition", {}).items():
        # An operator that this does not know must not pass as one that it knows.
        test = {"StringEquals": lambda a, b: a == b, "ArnEquals": matches, "ArnLike": matches}[operator]
        for key, values in keys.items():
            if key not in context or not any(test(value, context[key]) for value in listed(values)):
                return False
    return True


def allows(policy, request, resource):
    return any(
        any(matches(action, request.action) for action in listed(statement["Action"]))
        and any(matches(pattern, resource) for pattern in listed(statement["Resource"]))
        and holds(statement, request.context)
        for statement in policy["Statement"]
    )


def main():
    cases = json.load(sys.stdin)
    denied, held, needed, granted = [], 0, set(), set()
    for case in cases:
        for statement in case["policy"]["Statement"]:
            granted.update(listed(statement["Action"]))
        for request in requests(case):
            needed.add(request.action)
            for resource in request.resources():
                held += 1
                if not allows(case["policy"], request, resource):
                    denied.append(f"{case['name']}: {request.action} on {resource} with {request.context}")
    json.dump({"denied": sorted(set(denied)), "held": held, "unused": sorted(granted - needed)}, sys.stdout)


main()
