// Findings count bytes of UTF-8; the editor counts units of UTF-16.

const lengthAt = (text, index) => {
  const point = text.codePointAt(index);
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Returns the index in the text of each of these offsets in bytes, whatever their order. Linear in the text. */
export function indexesOf(text, offsets) {
  const indexes = new Map();
  let index = 0;
  let bytes = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (bytes < offset && index < text.length) {
      const length = lengthAt(text, index);
      bytes += length;
      index += length === 4 ? 2 : 1;
    }
    indexes.set(offset, index);
  }
  return indexes;
}

/** The findings of a report with `from` and `to`, and with the changes of their fix, in units of UTF-16. */
export function placed(text, findings) {
  const edits = (finding) => finding.fix?.edits ?? [];
  const ranges = findings.flatMap((finding) => [finding, ...edits(finding)]);
  const at = indexesOf(text, ranges.flatMap(({ offset, length }) => [offset, offset + length]));
  const range = ({ offset, length }) => ({ from: at.get(offset), to: at.get(offset + length) });
  return findings.map((finding) => ({
    ...finding,
    ...range(finding),
    changes: edits(finding).map((edit) => ({ ...range(edit), insert: edit.text })),
  }));
}
