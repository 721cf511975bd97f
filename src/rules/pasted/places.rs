//! The fields into which people paste names together with values, and the names that each value has elsewhere.

use super::shape::Shape;
use crate::fields::{self, Field};

/// A field, what its value looks like, and the names of the value.
pub struct Place {
    /// The field.
    pub field: &'static Field,
    /// What the value looks like.
    pub shape: Shape,
    /// The names that belong to this field alone, as [`plain`] writes them: of the delegate's variables, of members at
    /// AWS, of arguments in Terraform, of values in Harness's Helm chart, and of options of the AWS CLI.
    pub names: &'static [&'static str],
    /// The names that values of several fields have.
    pub shared: &'static [&'static str],
}

impl Place {
    const fn new(field: &'static Field, shape: Shape, names: &'static [&'static str]) -> Self {
        Self {
            field,
            shape,
            names,
            shared: &[],
        }
    }

    const fn shared(self, shared: &'static [&'static str]) -> Self {
        Self { shared, ..self }
    }

    /// Whether a value of this field has the name.
    pub fn has(&self, name: &str) -> bool {
        let name = plain(name);
        self.names.contains(&name.as_str()) || self.shared.contains(&name.as_str())
    }

    /// Whether the name belongs to this field alone.
    pub fn owns(&self, name: &str) -> bool {
        self.names.contains(&plain(name).as_str())
    }
}

/// Names of an item in a list of variables, and of many resources.
const ITEM: &[&str] = &["name", "value"];
/// Names of a role's ARN.
const ROLE: &[&str] = &["arn", "rolearn", "value"];

/// The fields. A value that fits two of them under one name belongs to the first.
pub static PLACES: &[Place] = &[
    Place::new(&fields::DELEGATE_NAME, Shape::DelegateName, &["delegatename"]).shared(ITEM),
    Place::new(
        &fields::ACCOUNT_ID,
        Shape::AccountId,
        &["accountid", "harnessaccountid"],
    )
    .shared(&["value", "accountidentifier"]),
    Place::new(
        &fields::MANAGER_URL,
        Shape::Manager,
        &["managerhostandport", "managerurl", "managerendpoint"],
    )
    .shared(&["value"]),
    Place::new(
        &fields::LOG_SERVICE_URL,
        Shape::Url,
        &["logstreamingserviceurl", "logserviceurl"],
    )
    .shared(&["value"]),
    Place::new(&fields::TOKEN, Shape::Token, &["delegatetoken", "upgradertoken"]).shared(&["value"]),
    Place::new(
        &fields::TOKEN_SECRET_ARN,
        Shape::SecretArn,
        &["delegatetokensecretarn", "tokensecretarn"],
    )
    .shared(&["delegatetoken", "valuefrom", "arn", "secretid"]),
    Place::new(
        &fields::PROXY_PASSWORD_SECRET_ARN,
        Shape::SecretArn,
        &["proxypasswordsecretarn"],
    )
    .shared(&["proxypassword", "valuefrom", "arn", "secretid"]),
    Place::new(
        &fields::IMAGE,
        Shape::Image,
        &["image", "delegateimage", "delegatedockerimage"],
    ),
    Place::new(
        &fields::REGION,
        Shape::Region,
        &["region", "awsregion", "awsdefaultregion", "awslogsregion"],
    ),
    Place::new(&fields::CLUSTER, Shape::EcsName, &["cluster", "clustername"]).shared(&["name"]),
    Place::new(&fields::SERVICE_NAME, Shape::EcsName, &["servicename", "service"]).shared(&["name"]),
    Place::new(&fields::FAMILY, Shape::EcsName, &["family"]).shared(&["name"]),
    Place::new(&fields::CONTAINER_NAME, Shape::EcsName, &["containername"]).shared(&["name"]),
    Place::new(&fields::CAPACITY, Shape::EcsName, &["capacityprovider"]),
    Place::new(&fields::HOSTNAME, Shape::Host, &["hostname"]),
    Place::new(
        &fields::SUBNETS,
        Shape::Ids("subnet-"),
        &["subnets", "subnet", "subnetids", "subnetid"],
    ),
    Place::new(
        &fields::SECURITY_GROUPS,
        Shape::Ids("sg-"),
        &[
            "securitygroups",
            "securitygroup",
            "securitygroupids",
            "securitygroupid",
        ],
    )
    .shared(&["groupid", "groupids"]),
    Place::new(
        &fields::AWS_ACCOUNT_ID,
        Shape::AwsAccount,
        &["awsaccountid", "accountid", "account"],
    ),
    Place::new(
        &fields::EXECUTION_ROLE_ARN,
        Shape::RoleArn,
        &["executionrolearn", "executionrole"],
    )
    .shared(ROLE),
    Place::new(
        &fields::TASK_ROLE_ARN,
        Shape::RoleArn,
        &["taskrolearn", "taskrole"],
    )
    .shared(ROLE),
    Place::new(
        &fields::ASSUME_ROLE_ARNS,
        Shape::RoleArns,
        &["assumerolearns", "assumerolearn"],
    )
    .shared(&["arn", "arns", "rolearn", "rolearns", "resource"]),
    Place::new(
        &fields::S3_BUCKET,
        Shape::Bucket,
        &["bucket", "s3bucket", "bucketname"],
    )
    .shared(&["name"]),
    Place::new(&fields::KMS_KEY_ID, Shape::KmsKey, &["kmskeyid", "kmskeyarn"])
        .shared(&["arn", "keyarn", "keyid"]),
    Place::new(
        &fields::LOG_GROUP,
        Shape::LogGroup,
        &["awslogsgroup", "loggroup", "loggroupname"],
    )
    .shared(&["name"]),
    Place::new(&fields::PROXY_HOST, Shape::Host, &["proxyhost"]),
    Place::new(&fields::PROXY_PORT, Shape::Foreign, &["proxyport"]),
    Place::new(&fields::PROXY_USER, Shape::Foreign, &["proxyuser"]),
    Place::new(&fields::PROXY_PASSWORD, Shape::Foreign, &["proxypassword"]),
    Place::new(&fields::DELEGATE_TAGS, Shape::Foreign, &["delegatetags"]),
    Place::new(
        &fields::DELEGATE_DESCRIPTION,
        Shape::Foreign,
        &["delegatedescription"],
    ),
];

/// Returns the place of a field.
pub fn of(field: &Field) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.field == field)
}

/// Whether the values of some field have the name.
pub fn is_name(name: &str) -> bool {
    PLACES.iter().any(|place| place.has(name))
}

/// Returns the letters and digits of a name in lower case: `ACCOUNT_ID`, `accountId` and `--account-id` are one name.
/// Returns the empty text for what is not a name.
pub fn plain(name: &str) -> String {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
    if !name.chars().all(is_of_name) {
        return String::new();
    }
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
