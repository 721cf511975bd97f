// The smallest Docusaurus site with the configurator in it. Two things are needed: its embed.js as a script, and the
// element in a page (src/components/Configurator.js, which the pages use by that name).

// Where the configurator is hosted, with a slash at the end; by default where `make run` serves it.
const configurator = process.env.CONFIGURATOR_URL ?? "http://127.0.0.1:8080/";

export default {
  title: "Delegates",
  url: "https://docs.example.com",
  baseUrl: "/",
  favicon: "favicon.svg",
  // The rest of the documentation, to which the page links, is not here.
  onBrokenLinks: "ignore",
  customFields: { configurator },
  scripts: [{ src: `${configurator}embed.js`, defer: true }],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, pages: false }]],
  themeConfig: {
    navbar: { title: "Delegates" },
    colorMode: { respectPrefersColorScheme: true },
  },
};
