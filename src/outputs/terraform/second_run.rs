//! What a later run of Terraform needs in `standalone.tf`, when the user has changed the form after an apply.

use super::items::{attribute, comment};
use super::secret_names::SecretNames;
use crate::deployment::Deployment;
use crate::outputs::language::hcl::{Expression, Item, block};

/// Returns the arguments of the service for a later run. A change of the capacity provider strategy needs a new
/// deployment, or the provider refuses the plan; that goes for a change from and to a launch type too, so every service
/// has it. A new value of a secret needs one, because a task reads its secrets only when it starts.
/// Source: <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service>
/// (`capacity_provider_strategy`, `force_new_deployment`, `triggers`) and the provider's `CustomizeDiff` functions in
/// `internal/service/ecs/service.go`, read 2026-11.
pub fn deployment(deployment: &Deployment) -> Vec<Item> {
    let mut items = vec![
        comment(
            "ECS replaces the tasks whenever Terraform changes the service. Without this, the provider refuses to\n\
             change the capacity provider.",
        ),
        attribute("force_new_deployment", Expression::raw("true")),
    ];
    let version = |names: SecretNames| {
        let version = format!("{}.secret_string_wo_version", names.version);
        (names.label.to_owned(), Expression::raw(version))
    };
    let secrets = deployment.created_secrets();
    let versions: Vec<_> = secrets
        .map(|secret| version(SecretNames::of(secret.kind)))
        .collect();
    if !versions.is_empty() {
        items.push(comment(
            "A task reads its secrets only when it starts, so ECS replaces the tasks when a version changes.",
        ));
        items.push(attribute("triggers", Expression::Object(versions)));
    }
    items
}

/// Returns whether the file may set the capacity providers of the cluster. They are one list, which Terraform replaces
/// as a whole, so only a file that creates the cluster may set it.
pub fn sets_capacity_providers(deployment: &Deployment) -> bool {
    let creates_cluster = deployment.cluster.create && !deployment.takes_over;
    creates_cluster && deployment.service.uses_fargate_capacity()
}

/// Returns the `removed` blocks. If the form no longer creates the cluster, Terraform forgets it; it would otherwise
/// delete it, which AWS refuses while services are in it.
pub fn forgotten(deployment: &Deployment) -> Vec<Item> {
    let mut forgotten = Vec::new();
    if !deployment.cluster.create {
        forgotten.push("aws_ecs_cluster.delegate");
    }
    if !deployment.cluster.create || deployment.takes_over {
        forgotten.push("aws_ecs_cluster_capacity_providers.delegate");
    }
    if forgotten.is_empty() {
        return vec![];
    }
    let mut items = vec![comment(
        "If Terraform has created the cluster before, it now forgets it and does not delete it.",
    )];
    items.extend(forgotten.into_iter().map(|from| {
        let keep = block(
            "lifecycle",
            &[],
            vec![attribute("destroy", Expression::raw("false"))],
        );
        block(
            "removed",
            &[],
            vec![attribute("from", Expression::raw(from)), keep],
        )
    }));
    items
}
