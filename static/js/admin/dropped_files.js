/** What was dropped: files, and those in folders. */

/** The files of a drop or a paste; a folder's, however deep, in its place. Hidden ones stay out. */
export async function filesIn(data) {
  const files = [...data.files];
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return files;
  return (await Promise.all(entries.map(inside))).flat();
}

async function inside(entry) {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  return (await Promise.all((await children(entry)).map(inside))).flat();
}

/** A reader gives a folder's entries in portions; an empty one is the last. */
async function children(folder) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!portion.length) return found.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
    found.push(...portion);
  }
}
