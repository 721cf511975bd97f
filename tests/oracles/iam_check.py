"""Prints what parliament and cfn-lint say about IAM policies, one line per complaint.

Standard input is a JSON list of {"name", "kind": "policy" or "trust", "document"}.
"""
import json
import os
import subprocess
import sys
import tempfile

from parliament import analyze_policy_string

# Actions that AWS authorizes on `*`, and the service authorization reference on a resource.
# Source for `ecs:ListTasks`: https://github.com/widdix/complete-aws-iam-reference/issues/74; see iam_calls.py.
STAR = {"ecs:ListTasks"}

cases = json.load(sys.stdin)
resources = {}
for number, case in enumerate(cases):
    text = json.dumps(case["document"])
    trust = case["kind"] == "trust"
    if not trust:
        # parliament knows only three partitions and their Regions. ARNs have the same shape in all partitions.
        for partition, region in (("aws-iso-b", "us-isob-east-1"), ("aws-iso", "us-iso-east-1"), ("aws-eusc", "eusc-de-east-1")):
            text = text.replace(f"arn:{partition}:", "arn:aws:").replace(f":{region}:", ":us-east-1:")
        for finding in analyze_policy_string(text).findings:
            if finding.issue == "RESOURCE_STAR" and set(finding.detail) <= STAR:
                continue
            print(f"{case['name']}: parliament: {finding}")
    anyone = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = {"AssumeRolePolicyDocument": case["document"] if trust else anyone}
    resources[f"Role{number}"] = {"Type": "AWS::IAM::Role", "Properties": role}
    if not trust:
        policy = {"PolicyName": "p", "PolicyDocument": case["document"], "Roles": [{"Ref": f"Role{number}"}]}
        resources[f"Policy{number}"] = {"Type": "AWS::IAM::Policy", "Properties": policy}

with tempfile.TemporaryDirectory() as directory:
    file = os.path.join(directory, "template.json")
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}, out)
    lint = subprocess.run(["cfn-lint", "--format", "parseable", file], capture_output=True, text=True, check=False)
    if lint.stdout.strip() or lint.stderr.strip() or lint.returncode:
        print("cfn-lint:", lint.stdout, lint.stderr)
