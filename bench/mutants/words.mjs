/** Words that people read are no rule: a text in quotation marks with a space in it is left as it is. */
const isWords = (path) => path.isStringLiteral() && /\S\s\S/.test(path.node.value);

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "words",
    value: {
      shouldIgnore: (path) =>
        isWords(path) ? "words that people read, compared by the tests of their pages" : undefined,
    },
  },
];
