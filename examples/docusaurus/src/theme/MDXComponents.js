// Makes <Configurator> and <Value> known to every page.
import MDXComponents from "@theme-original/MDXComponents";
import Configurator from "../components/Configurator";
import Value from "../components/Value";

export default { ...MDXComponents, Configurator, Value };
