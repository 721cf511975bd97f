// The smallest Docusaurus site with the configurator. It needs two things: embed.js as a script, and the element in a page
// (pages use the component in src/components/Configurator.js).

// The address of the configurator, with a slash at the end. `make run` serves it at the default address.
const configurator = process.env.CONFIGURATOR_URL ?? "http://127.0.0.1:8080/";

export default {
  title: "Delegates",
  url: "https://docs.example.com",
  baseUrl: "/",
  favicon: "favicon.svg",
  // The page links to documentation that this site does not have.
  onBrokenLinks: "ignore",
  customFields: { configurator },
  scripts: [{ src: `${configurator}embed.js`, defer: true }],
  presets: [
    ["classic", { docs: { routeBasePath: "/" }, blog: false, pages: false, theme: { customCss: "./src/css/custom.css" } }],
  ],
  themeConfig: {
    navbar: { title: "Delegates" },
    colorMode: { respectPrefersColorScheme: true },
  },
};
