//! The step that creates the roles.

use super::block::{Block, NO_SUCH_ENTITY, squeezed};
use super::substitution::Substitution;
use crate::deployment::Deployment;
use crate::deployment::role::Role;
use crate::deployment::tags::{CREATED_BY, capital_tags};
use crate::document::json;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::outputs::cli::documents;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::step::{Stage, Step};

/// A role, and what the step hands over of it.
struct Created<'a> {
    role: &'a Role,
    trust: Substitution,
    policy: Option<Substitution>,
}

/// Returns the step, or `None` if the deployment creates no role.
pub fn step(deployment: &Deployment) -> Option<Step> {
    let roles: Vec<Created> = [
        (
            &deployment.execution_role,
            documents::EXECUTION_ROLE_TRUST,
            documents::EXECUTION_ROLE_POLICY,
        ),
        (
            &deployment.task_role,
            documents::TASK_ROLE_TRUST,
            documents::TASK_ROLE_POLICY,
        ),
    ]
    .into_iter()
    .filter_map(|(role, trust, policy)| {
        let role = role.as_ref()?;
        let document =
            |policy_document| Substitution::of(deployment, policy.kind.name, &Tree::of(policy_document));
        Some(Created {
            role,
            trust: Substitution::of(deployment, trust.kind.name, &Tree::of(&role.trust)),
            policy: role.policy.as_ref().map(document),
        })
    })
    .collect();
    let sentence = match (&deployment.execution_role, &deployment.task_role) {
        (Some(_), Some(_)) => {
            "Create the execution role, with which ECS starts the tasks, and the task role, with which the delegate calls \
             AWS."
        }
        (Some(_), None) => "Create the execution role, with which ECS starts the tasks.",
        (None, Some(_)) => "Create the task role, with which the delegate calls AWS.",
        (None, None) => return None,
    };
    let mut step = Step::new(Stage::Run, sentence);
    let mut block = Block::new(deployment);
    let substitutions: Vec<&Substitution> = roles
        .iter()
        .flat_map(|created| [&created.trust].into_iter().chain(&created.policy))
        .collect();
    block.look_up(&substitutions);
    for file in substitutions {
        step = step.needs_file(file.file());
    }
    for created in &roles {
        create(&mut block, deployment, created);
    }
    Some(step.command(block.end()))
}

fn iam(deployment: &Deployment, operation: &str, role: &Role) -> Command {
    Command::aws("iam", operation, &deployment.region).option("--role-name", &role.name)
}

/// Adds the creation of a role and its policy, or the update of those that exist.
fn create(block: &mut Block, deployment: &Deployment, created: &Created) {
    let Created { role, trust, policy } = created;
    let get = || iam(deployment, "get-role", role);
    block.line(trust.command().between("trust=$(", ")"));
    if let Some(policy) = policy {
        block.line(policy.command().between("policy=$(", ")"));
    }
    block.if_exists(&get());
    block.assign("found", &get().query("Role.AssumeRolePolicyDocument", "json"));
    block.begin(format!(
        "if [ \"{}\" = \"{}\" ]; then",
        squeezed("found"),
        squeezed("trust")
    ));
    block.say(Text::from("The role ").then(&role.name).then(" exists."));
    block.middle("else");
    replace_trust(block, deployment, role);
    block.finish("fi");
    block.middle("else");
    block.unless_absent(NO_SUCH_ENTITY);
    let create = iam(deployment, "create-role", role)
        .variable("--assume-role-policy-document", "trust")
        .json(
            "--tags",
            &json::compact(&capital_tags(&deployment.created_tags())),
        );
    block.quietly(&create);
    block.line(iam(deployment, "wait role-exists", role).line());
    block.say(Text::from("The role ").then(&role.name).then(" is created."));
    block.finish("fi");
    put_policy(block, deployment, created);
}

/// Adds the update of who may assume a role that exists. The role must be one that this page created, and for tasks of
/// this Region: roles belong to no Region, so a service of the same name in another one may use it.
fn replace_trust(block: &mut Block, deployment: &Deployment, role: &Role) {
    let (key, value) = CREATED_BY;
    let tags = format!("Role.Tags[?Key=='{key}'].Value");
    block.assign("owner", &iam(deployment, "get-role", role).query(&tags, "text"));
    let region = Text::from(":ecs:").then(&deployment.region).then(":");
    let region = shell::in_quotes(&region.shown());
    let update = iam(deployment, "update-assume-role-policy", role).variable("--policy-document", "trust");
    let name = || Text::from("The role ").then(&role.name);
    block.begin("case \"$owner $found\" in");
    block.begin(region.between(&format!("'{value} '*"), "*)"));
    block.quietly(&update);
    block.say(name().then(" exists. The tasks that may assume it are updated."));
    block.end_arm();
    block.begin("*)");
    block.stop(name().then(
        " exists and is for other tasks: those of another Region, or of something that this page did not create. Give another service name, or the ARN of a role, on the page. Nothing was changed.",
    ));
    block.end_arm();
    block.finish("esac");
}

/// Adds the policy of the role, unless the role has it. A role that needs no policy loses the one of an earlier form.
fn put_policy(block: &mut Block, deployment: &Deployment, created: &Created) {
    let Created { role, policy, .. } = created;
    let named =
        |operation: &str| iam(deployment, operation, role).options("--policy-name", &[role.policy_name]);
    let get = named("get-role-policy").query("PolicyDocument", "json");
    let name = || Text::from("The policy of the role ").then(&role.name);
    if policy.is_none() {
        let get = named("get-role-policy").line();
        block.begin(get.between("if ", " >/dev/null 2>&1; then"));
        block.quietly(&named("delete-role-policy"));
        block.say(name().then(" is deleted, because the role needs none."));
        block.finish("fi");
        return;
    }
    block.line(get.line().between("found=$(", " 2>/dev/null) || found=''"));
    block.begin(format!(
        "if [ \"{}\" != \"{}\" ]; then",
        squeezed("found"),
        squeezed("policy")
    ));
    block.quietly(&named("put-role-policy").variable("--policy-document", "policy"));
    block.say(name().then(" is stored."));
    block.finish("fi");
}
