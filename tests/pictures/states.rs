//! The states of the page: what the address holds, what the user does, and at which sizes.

use crate::common::FARGATE;

/// A form that lacks the Region, the subnets and the security groups.
const THREE_MISSING: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&image=harness/delegate:26.10.87203";

/// What makes a complete form on Fargate one with five errors.
const FIVE_ERRORS: &str = "&delegate_name=Build_Blue&subnets=subnet-0a1b2c3d4e5f67890,vpc-0a1b2c3d\
    &security_groups=default&memory=3000&stop_timeout=200&container_port=65536";

/// The size of a window in CSS pixels, and how many pixels of the picture one of them is.
#[derive(Clone, Copy)]
pub struct Size {
    pub width: u32,
    pub height: u32,
    pub scale: u32,
}

const fn size(width: u32, height: u32, scale: u32) -> Size {
    Size { width, height, scale }
}

/// A laptop with much of its height taken, a laptop, and a phone.
const SIZES: &[Size] = &[size(1280, 595, 1), size(1280, 800, 1), size(390, 844, 1)];
/// A window of 1280 × 900 at 400 %.
const ZOOMED: &[Size] = &[size(320, 225, 4)];
/// About the width of paper.
const PAPER: &[Size] = &[size(800, 1130, 1)];

/// What is particular about the browser or the place of the page.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// Nothing. The user has seen what the link set.
    Plain,
    /// A link has just been followed.
    Link,
    /// The page is in a page of documentation, with these attributes.
    Framed(&'static str),
    /// The page of documentation of `examples/docusaurus`, filled in, with this in sight.
    Example(&'static str),
    /// The program does not arrive.
    NoProgram,
    /// The browser runs no scripts.
    NoScripts,
    /// The user has set a preference: its media feature and its value.
    Prefers(&'static str, &'static str),
    /// On paper.
    Printed,
}

/// What a user does, or waits for.
#[derive(Clone, Copy)]
pub enum Step {
    /// Types into a field, and stays in it.
    Type(&'static str, &'static str),
    /// Pastes into a field, and leaves it.
    Paste(&'static str, &'static str),
    Click(&'static str),
    /// Clicks a summary.
    Unfold(&'static str),
    /// The status says this.
    Status(&'static str),
    /// There is such an element.
    Shows(&'static str),
}
use Step::{Click, Paste, Shows, Status, Type, Unfold};

/// A state of the page.
pub struct State {
    pub name: &'static str,
    /// The fragment of the address.
    pub form: String,
    pub steps: &'static [Step],
    pub kind: Kind,
    pub sizes: &'static [Size],
    /// Whether there are dark pictures too.
    pub is_dark: bool,
}

impl State {
    fn dark(self) -> Self {
        Self {
            is_dark: true,
            ..self
        }
    }

    fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    fn sizes(self, sizes: &'static [Size]) -> Self {
        Self { sizes, ..self }
    }
}

fn state(name: &'static str, form: impl Into<String>, steps: &'static [Step]) -> State {
    State {
        name,
        form: form.into(),
        steps,
        kind: Kind::Plain,
        sizes: SIZES,
        is_dark: false,
    }
}

/// All states.
pub fn all() -> impl Iterator<Item = State> {
    forms().into_iter().chain(surroundings())
}

/// The states of the form.
fn forms() -> Vec<State> {
    let five_errors = format!("{}{FIVE_ERRORS}", without(FARGATE, FIVE_ERRORS));
    let variables: String = (1..=200)
        .map(|n| format!("&env=VARIABLE_{n}=value-{n}"))
        .collect();
    vec![
        state("empty", "", &[]).dark(),
        state("typing", "", &[Type("account_id", "6_vVHzo9Qe")]),
        state("three-missing", THREE_MISSING, &[Status("3 to fill in")]).dark(),
        state("five-errors", &five_errors, &[Status("5 errors")]).dark(),
        state("ready", format!("way=script&{FARGATE}"), &[Status("Ready")]).dark(),
        state("empty-script", "", &[Click("[data-way=script]")]),
        state("empty-terraform", "", &[Click("[data-way=terraform]")]),
        state("empty-cloudformation", "", &[Click("[data-way=cloudformation]")]),
        state("start-docs", "start=docs", &[]).dark(),
        state(
            "fixed",
            format!("{FARGATE}&memory=3000"),
            &[Click("[data-fix=fargate-size-pair]"), Shows("[data-undo]")],
        ),
        state(
            "status-unfolded",
            &five_errors,
            &[Unfold(".tally > summary"), Shows("[data-action=fix-all]")],
        ),
        state(
            "share",
            THREE_MISSING,
            &[Click("[data-action=share]"), Shows("#share-link")],
        ),
        state("menu", THREE_MISSING, &[Unfold(".menu > summary")]),
        state(
            "200-variables",
            format!("{FARGATE}{variables}"),
            &[Click("[name=env]")],
        ),
        state(
            "plain-token",
            format!("{}&token_source=plain", without(FARGATE, "token_secret_arn=")),
            &[Type("token", "not-a-real-token")],
        ),
        state(
            "pasted",
            "",
            &[
                Paste("delegate_name", "DELEGATE_NAME=docker-delegate"),
                Shows("[data-rule=pasted-text]"),
            ],
        ),
        state(
            "import-command",
            "",
            &[Paste("import", DOCKER_RUN), Shows("[data-action=apply-import]")],
        )
        .dark(),
        state(
            "import-definition",
            "",
            &[
                Paste("import", DEFINITION),
                Shows("[data-action=upgrade-import]"),
                Unfold(".import-upgrade > summary"),
                Shows(".diff"),
            ],
        )
        .dark(),
        state(
            "import-failed",
            "",
            &[
                Paste("import", "{\n  \"family\": \"a\""),
                Shows(".import-failure"),
            ],
        ),
        state(
            "imported",
            "",
            &[
                Paste("import", DEFINITION),
                Shows("[data-action=upgrade-import]"),
                Click("[data-action=apply-import]"),
                Shows(".import-carried"),
            ],
        ),
    ]
}

const DOCKER_RUN: &str = "docker run -d --cpus=1 --memory=2g --restart=always \\\n  -e DELEGATE_NAME=build-blue \\\n  \
    -e ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCb \\\n  -e DELEGATE_TOKEN=not-a-real-token \\\n  \
    -e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.10.87203";

const DEFINITION: &str = r#"{"taskDefinition": {"family": "build-blue", "revision": 7, "networkMode": "awsvpc", "cpu": "1024", "memory": "6144",
    "requiresCompatibilities": ["FARGATE"], "executionRoleArn": "arn:aws:iam::012345678901:role/ecsTaskExecutionRole",
    "containerDefinitions": [
        {"name": "log-router", "image": "amazon/aws-for-fluent-bit:stable", "essential": false},
        {"name": "delegate", "image": "harness/delegate:26.10.87203", "cpu": 1, "memory": 2048,
         "portMappings": [{"containerPort": 8080, "hostPort": 8080}],
         "mountPoints": [{"sourceVolume": "scratch", "containerPath": "/scratch"}],
         "environment": [{"name": "ACCOUNT_ID", "value": "6_vVHzo9Qeu9fXvj-AcQCb"}, {"name": "DELEGATE_NAME", "value": "build-blue"},
            {"name": "DELEGATE_TOKEN", "value": "not-a-real-token"}, {"name": "NEXT_GEN", "value": "true"},
            {"name": "MANAGER_HOST_AND_PORT", "value": "https://app.harness.io"}]}],
    "volumes": [{"name": "scratch"}]}}"#;

/// The states of what is around the form.
fn surroundings() -> Vec<State> {
    let limited = "start=docs launch-type=EC2 lock=\"launch-type way\" way=terraform \
        fields=\"launch-type way account-id manager-url delegate-name region image\"";
    vec![
        state("link", THREE_MISSING, &[Shows(".from-link-list")]).kind(Kind::Link),
        state("framed", "", &[]).kind(Kind::Framed("")).dark(),
        state("framed-fields-lock", "", &[])
            .kind(Kind::Framed(limited))
            .dark(),
        state("example", "", &[])
            .kind(Kind::Example("ecs-delegate-configurator"))
            .dark(),
        state("example-files", "", &[])
            .kind(Kind::Example("#create-the-task-definition"))
            .dark(),
        state("no-program", "", &[]).kind(Kind::NoProgram),
        state("no-scripts", "", &[]).kind(Kind::NoScripts),
        state(
            "forced-colours",
            format!("{THREE_MISSING}&security_groups=default&memory=3000"),
            &[],
        )
        .kind(Kind::Prefers("forced-colors", "active")),
        state(
            "reduced-motion",
            THREE_MISSING,
            &[Type("delegate_name", "build-green")],
        )
        .kind(Kind::Prefers("prefers-reduced-motion", "reduce")),
        state("zoomed", "", &[]).sizes(ZOOMED),
        state("zoomed-typing", "", &[Type("account_id", "6_vVHzo9Qe")]).sizes(ZOOMED),
        state("printed", format!("{THREE_MISSING}&stop_timeout=200"), &[])
            .kind(Kind::Printed)
            .sizes(PAPER),
    ]
}

/// The parameters whose keys are not among the others.
fn without(form: &str, others: &str) -> String {
    let keys: Vec<_> = others
        .split('&')
        .filter_map(|one| one.split('=').next())
        .collect();
    let kept = form
        .split('&')
        .filter(|one| one.split('=').next().is_none_or(|key| !keys.contains(&key)));
    kept.collect::<Vec<_>>().join("&")
}
