import useDocusaurusContext from "@docusaurus/useDocusaurusContext";

// Attributes of the element that are not fields.
const OF_EMBEDDING = ["fields", "files", "group", "lock", "theme"];

// The configurator with these values, or some of its files. If scripts are off, readers see a link to the configurator with the
// same values.
export default function Configurator(attributes) {
  const { configurator } = useDocusaurusContext().siteConfig.customFields;
  const values = Object.entries(attributes).filter(([name]) => !OF_EMBEDDING.includes(name));
  const query = new URLSearchParams(values.map(([name, value]) => [name.replaceAll("-", "_"), value]));
  return (
    <ecs-delegate-configurator {...attributes}>
      <a href={`${configurator}?${query}`}>{`Open ${attributes.files || "this form"} in the ECS Delegate Configurator`}</a>
    </ecs-delegate-configurator>
  );
}
