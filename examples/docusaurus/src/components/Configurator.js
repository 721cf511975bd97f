import useDocusaurusContext from "@docusaurus/useDocusaurusContext";

// Said to the embedding element only, which the configurator's own page does not know.
const OF_EMBEDDING = ["fields", "lock", "theme"];

// The configurator with these values; where scripts are off, a link to it with the same values.
export default function Configurator(attributes) {
  const { configurator } = useDocusaurusContext().siteConfig.customFields;
  const values = Object.entries(attributes).filter(([name]) => !OF_EMBEDDING.includes(name));
  const query = new URLSearchParams(values.map(([name, value]) => [name.replaceAll("-", "_"), value]));
  return (
    <ecs-delegate-configurator {...attributes}>
      <a href={`${configurator}?${query}`}>Open the ECS Delegate Configurator</a>
    </ecs-delegate-configurator>
  );
}
