// Runs at the end of the body, before the program, where another page shows this one in a frame: shows as much as the address
// says, and tells the embedding page the height of it, so that nothing there moves later. (`d` is the dataset of <html>, `q`
// the form in the address: index.html.) scripts/post-build.mjs puts this into index.html and block.html.
if ("framed" in d) {
  const given = new URLSearchParams(q);
  const names = (key) => (given.get(key) ?? "").split(/[\s,]+/).filter(Boolean);
  const files = names("files");
  const settings = ["v", "files", "fields", "lock", "group", "idle", "theme", "look"];
  // Whether the height is that of all that will be shown.
  let isWhole = true;

  // The ground of the embedding page, and the colours and the font that it gives its code blocks. The program calls it again
  // when they change.
  globalThis.look = (given) => {
    const properties = { ground: "color", background: "color", text: "color", font: "font-family" };
    for (const [name, property] of Object.entries(properties)) {
      const value = given?.[name];
      const isRight = typeof value === "string" && CSS.supports(property, value);
      document.documentElement.style[isRight ? "setProperty" : "removeProperty"](`--block-${name}`, value);
    }
  };
  try {
    look(JSON.parse(given.get("look")));
  } catch {}

  const ahead = document.getElementById("ahead");
  if (ahead) {
    // The files of the usual forms are in the page. Another form has other values in them: they are shown pale.
    const start = given.get("start") === "docs" ? "docs" : "recommended";
    const type = given.get("launch_type") === "EC2" ? "EC2" : "FARGATE";
    const usual = [...settings, "start", "launch_type"];
    const isUsual = [...given.keys()].every((key) => usual.includes(key) || (key === "way" && given.get(key) === "cli"));
    const of = (name) => templates.find(({ dataset }) => dataset.of === `${start} ${type} ${name}`);
    const templates = [...document.querySelectorAll("template")];
    for (const name of files) {
      const found = of(name);
      const block = (found ?? templates[0]).content.cloneNode(true);
      if (!found) {
        block.querySelector("b").textContent = name;
        block.querySelector(".block-note").hidden = true;
        block.querySelector("pre").textContent = "";
      }
      ahead.append(block);
    }
    isWhole = files.every(of);
    ahead.classList.toggle("pale", !isUsual);
  } else {
    const later = (element) => (element.dataset.later = "");
    if (given.has("files")) later(document.querySelector(".output"));
    if (given.has("fields")) {
      // As ui/form.rs shows what an embedding page picks. A field that is not in the page yet is as high as another one.
      const form = document.querySelector(".form");
      for (const part of form.children) later(part);
      const picked = [...new Set([...names("fields"), ...names("lock")].map((name) => name.replaceAll("-", "_")))];
      const all = [...form.querySelectorAll(".field")];
      const rows = picked.filter((name) => !["way", "launch_type", "import"].includes(name)).map((name) => {
        const own = all.find((field) => field.querySelector("[name]")?.name === name) ?? all[0];
        return own.cloneNode(true);
      });
      const place = document.createElement("div");
      place.className = "group picked ahead";
      place.innerHTML = "<div class=fields></div>";
      place.firstChild.append(...rows);
      form.append(place);
      if (!picked.includes("way")) later(document.querySelector(".ways"));
      if (!picked.includes("launch_type")) later(document.querySelector(".launch-type"));
    }
    // Values bring findings, whose height is not known here.
    isWhole = [...given.keys()].every((key) => settings.includes(key));
  }
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // What it holds is what the embedding page has said itself.
  if (height && isWhole) parent.postMessage({ app: "ecs-delegate-configurator", v: 1, type: "size", detail: { height } }, "*");
}
