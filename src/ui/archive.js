// Packs files into an archive with client-zip, which is fetched on first use: scripts/post-build.mjs puts it there.
export const archive = async (files) => {
  const { downloadZip } = await import("./client-zip.js");
  return downloadZip(files).blob();
};
