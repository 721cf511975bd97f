// Packs files into an archive with client-zip, which the page fetches on first use. scripts/split.mjs puts it there.
export const archive = async (files) => {
  const { downloadZip } = await import("./client-zip.js");
  return downloadZip(files).blob();
};
