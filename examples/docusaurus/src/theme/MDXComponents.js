// Makes <Configurator> known to every page.
import MDXComponents from "@theme-original/MDXComponents";
import Configurator from "../components/Configurator";

export default { ...MDXComponents, Configurator };
