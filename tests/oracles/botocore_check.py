"""Checks AWS documents with botocore's own parameter validation, which the AWS CLI and boto3 use too. Needs no network.

Each line of standard input is {"service": …, "operation": …, "document": …}; each line of standard output is the
report on it as a JSON text, or "" if botocore accepts the document.
"""

import json
import sys

import botocore.session
import botocore.validate

session = botocore.session.get_session()
validator = botocore.validate.ParamValidator()
models = {}
for line in sys.stdin:
    request = json.loads(line)
    service = request["service"]
    if service not in models:
        models[service] = session.get_service_model(service)
    shape = models[service].operation_model(request["operation"]).input_shape
    print(json.dumps(validator.validate(request["document"], shape).generate_report()), flush=True)
