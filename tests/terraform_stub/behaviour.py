"""What the provider's code does and its schema does not say.

Source: https://github.com/hashicorp/terraform-provider-aws, internal/service/{ecs,iam,logs,secretsmanager}, version 6,
read 2026-11. Only the resources of our files and of the stand-ins are here.
"""

# Arguments that the provider fills in if the file does not have them.
OPTIONAL_AND_COMPUTED = {
    "*": {"id", "region", "tags_all", "name_prefix"},
    "aws_cloudwatch_log_group": {"name", "log_group_class"},
    "aws_ecs_service": {
        "availability_zone_rebalancing",
        "cluster",
        "iam_role",
        "launch_type",
        "platform_version",
        "triggers",
    },
    "aws_ecs_task_definition": {"network_mode", "enable_fault_injection"},
    "aws_iam_policy": {"name"},
    "aws_iam_role": {"name", "managed_policy_arns"},
    "aws_iam_role_policy": {"name"},
    "aws_region": {"name", "endpoint"},
    "aws_secretsmanager_secret": {"name", "policy"},
    "aws_secretsmanager_secret_version": {"version_stages"},
}

# Arguments (and blocks) whose change makes a new resource.
FORCE_NEW = {
    "aws_cloudwatch_log_group": {"name", "name_prefix", "log_group_class"},
    "aws_ecs_cluster": {"name"},
    "aws_ecs_cluster_capacity_providers": {"cluster_name"},
    "aws_ecs_service": {
        "cluster",
        "deployment_controller",
        "iam_role",
        "launch_type",
        "name",
        "scheduling_strategy",
    },
    "aws_ecs_task_definition": {
        "container_definitions",
        "cpu",
        "ephemeral_storage",
        "execution_role_arn",
        "family",
        "ipc_mode",
        "memory",
        "network_mode",
        "pid_mode",
        "placement_constraints",
        "proxy_configuration",
        "requires_compatibilities",
        "runtime_platform",
        "task_role_arn",
        "volume",
    },
    "aws_iam_policy": {"description", "name", "name_prefix", "path"},
    "aws_iam_role": {"name", "name_prefix", "path"},
    "aws_iam_role_policy": {"name", "name_prefix", "role"},
    "aws_iam_role_policy_attachment": {"policy_arn", "role"},
    "aws_secretsmanager_secret": {"name", "name_prefix"},
    "aws_secretsmanager_secret_version": {
        "secret_binary",
        "secret_id",
        "secret_string",
        "secret_string_wo_version",
    },
}

# Values that the provider itself uses where the file says nothing.
DEFAULTS = {
    "aws_ecs_service": {"scheduling_strategy": "REPLICA"},
    "aws_iam_role": {"path": "/"},
    "aws_iam_policy": {"path": "/"},
}

# The arguments that name a resource in AWS: a second one of that name is refused.
NAMES = {
    "aws_cloudwatch_log_group": ("name",),
    "aws_ecs_cluster": ("name",),
    "aws_ecs_service": ("cluster", "name"),
    "aws_iam_policy": ("name",),
    "aws_iam_role": ("name",),
    "aws_iam_role_policy": ("role", "name"),
    "aws_secretsmanager_secret": ("name",),
}


def partition(region):
    """The partition of a Region."""
    prefixes = {"cn-": "aws-cn", "us-gov-": "aws-us-gov", "eusc-": "aws-eusc", "us-iso-": "aws-iso"}
    found = (name for prefix, name in prefixes.items() if region.startswith(prefix))
    return next(found, "aws")


def arn(kind, values, region, account, revision):
    """The ARN of a resource."""
    name = values.get("name")
    cluster = str(values.get("cluster")).rsplit("/", 1)[-1]
    parts = {
        "aws_iam_role": f"iam::{account}:role/{name}",
        "aws_iam_policy": f"iam::{account}:policy/{name}",
        "aws_ecs_cluster": f"ecs:{region}:{account}:cluster/{name}",
        "aws_cloudwatch_log_group": f"logs:{region}:{account}:log-group:{name}",
        "aws_secretsmanager_secret": f"secretsmanager:{region}:{account}:secret:{name}-AbCdEf",
        "aws_secretsmanager_secret_version": f"secretsmanager:{region}:{account}:secret:of-{revision}",
        "aws_ecs_task_definition": f"ecs:{region}:{account}:task-definition/{values.get('family')}:{revision}",
        "aws_ecs_service": f"ecs:{region}:{account}:service/{cluster}/{name}",
    }
    return f"arn:{partition(region)}:{parts[kind]}"


def identifier(kind, values, revision):
    """The ID of a resource in the state."""
    if kind in ("aws_iam_role", "aws_cloudwatch_log_group"):
        return values["name"]
    if kind == "aws_iam_role_policy":
        return f"{values['role']}:{values['name']}"
    if kind == "aws_iam_role_policy_attachment":
        return f"{values['role']}-{values['policy_arn']}"
    if kind == "aws_ecs_cluster_capacity_providers":
        return values["cluster_name"]
    if kind == "aws_ecs_task_definition":
        return values["family"]
    if kind == "aws_secretsmanager_secret_version":
        return f"{values['secret_id']}|{revision}"
    return values["arn"]


def imported(kind, identity):
    """What an import reads from the ID alone. The stub knows no more of a resource that it has not made."""
    if kind == "aws_ecs_service":
        cluster, _, name = identity.partition("/")
        return {"id": identity, "name": name} if cluster and name else None
    return {"id": identity, "name": identity}


def settled(kind, prior, planned):
    """Takes back a change of `triggers` that no deployment follows, as the provider's CustomizeDiff does."""
    if kind == "aws_ecs_service" and prior is not None and not planned.get("force_new_deployment"):
        planned["triggers"] = prior["triggers"]


def refused(kind, prior, planned):
    """What the provider's CustomizeDiff says against a change of an existing resource, or None."""
    if kind != "aws_ecs_service" or prior is None or planned is None:
        return None
    strategies = [values.get("capacity_provider_strategy") or [] for values in (prior, planned)]
    if strategies[0] != strategies[1] and not planned.get("force_new_deployment"):
        return "force_new_deployment should be true when capacity_provider_strategy is being updated"
    return None
