//! The closed sets that fields offer as choices.

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its text in links. This is AWS's own value if AWS has one.
    pub value: &'static str,
    /// Its text in the form.
    pub label: &'static str,
}

/// Returns the label of the choice with this text.
pub fn label(choices: &[Choice], value: &str) -> Option<&'static str> {
    let choice = choices.iter().find(|choice| choice.value == value);
    choice.map(|choice| choice.label)
}

/// The choices of a flag.
pub const FLAG: &[Choice] = &[
    Choice {
        value: "true",
        label: "Yes",
    },
    Choice {
        value: "false",
        label: "No",
    },
];

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $value:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $name { $($(#[$item])* $variant),+ }

        impl $name {
            /// Every variant, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// Every variant as a choice, in the same order.
            pub const CHOICES: &[Choice] = &[$(Choice { value: $value, label: $label }),+];

            /// Returns the choice's text in links, which is AWS's own value if AWS has one.
            pub fn value(self) -> &'static str {
                match self { $(Self::$variant => $value),+ }
            }

            /// Returns the variant with exactly this text.
            pub fn from_value(value: &str) -> Option<Self> {
                match value { $($value => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

choices! {
    /// Where the defaults come from.
    Start {
        /// The samples of the Harness documentation, value for value.
        Docs = "docs", "Harness documentation, as printed";
        /// The same deployment, with values for production.
        #[default]
        Recommended = "recommended", "Recommended for production";
    }
}

choices! {
    /// The way to deploy: which files the page generates.
    Way {
        /// JSON files and AWS CLI commands.
        #[default]
        Cli = "cli", "AWS CLI";
        /// One script for CloudShell.
        Script = "script", "Script";
        /// Terraform.
        Terraform = "terraform", "Terraform";
        /// CloudFormation.
        CloudFormation = "cloudformation", "CloudFormation";
    }
}

impl Way {
    /// How the user deploys with what this way gives, in a few words.
    pub fn manner(self) -> &'static str {
        match self {
            Self::Cli => "step by step",
            Self::Script => "one paste",
            Self::Terraform => "plan, apply",
            Self::CloudFormation => "one stack",
        }
    }
}

choices! {
    /// What the task runs on.
    LaunchType {
        /// AWS runs the machines.
        #[default]
        Fargate = "FARGATE", "Fargate";
        /// The cluster's own container instances.
        Ec2 = "EC2", "EC2";
    }
}

choices! {
    /// Where the delegate token is stored.
    TokenSource {
        /// In AWS Secrets Manager. The task definition holds only the secret's ARN.
        #[default]
        SecretsManager = "secretsmanager", "AWS Secrets Manager";
        /// In the task definition. Anyone who may describe it can read the token.
        Plain = "plain", "Plain text in the task definition";
    }
}

choices! {
    /// The scheme of the proxy's own URL.
    ProxyScheme {
        /// `http`
        #[default]
        Http = "http", "http";
        /// `https`
        Https = "https", "https";
    }
}

choices! {
    /// Where the container's output goes.
    Logs {
        /// Amazon CloudWatch Logs.
        #[default]
        Awslogs = "awslogs", "Amazon CloudWatch Logs";
        /// Nowhere on Fargate; Docker's default driver on EC2.
        None = "none", "No log configuration";
    }
}

choices! {
    /// The processor of the task.
    Architecture {
        /// Intel and AMD.
        #[default]
        X86_64 = "X86_64", "X86_64";
        /// Graviton.
        Arm64 = "ARM64", "ARM64 (Graviton)";
    }
}

choices! {
    /// What the delegate itself may do in AWS.
    TaskRolePermissions {
        /// Nothing.
        #[default]
        None = "none", "Nothing at AWS";
        /// Harness's documented permissions for ECS deployments.
        DeployEcs = "deploy-ecs", "Deploy ECS services";
        /// List and pull images.
        ReadEcr = "read-ecr", "Read Amazon ECR";
        /// Assume the roles of `assume_role_arns`.
        AssumeRoles = "assume-roles", "Assume named roles";
        /// Read the bucket of `s3_bucket`.
        ReadS3 = "read-s3", "Read an S3 bucket";
        /// Use the policy of the documentation's Terraform sample.
        AllS3 = "all-s3", "Everything in an S3 bucket, as in the documentation";
    }
}

choices! {
    /// Where the running tasks get their tags.
    PropagateTags {
        /// From the service.
        Service = "SERVICE", "From the service";
        /// From the task definition.
        TaskDefinition = "TASK_DEFINITION", "From the task definition";
        /// The tasks get no tags.
        #[default]
        None = "NONE", "None";
    }
}

choices! {
    /// Which kind of Terraform configuration is generated.
    TerraformSource {
        /// A call of the published module.
        Module = "module", "The harness-community module";
        /// Plain resources.
        #[default]
        Standalone = "standalone", "Plain aws_* resources";
    }
}
