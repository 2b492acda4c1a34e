const least = [20, 19];

/** Ends with one sentence on a Node that is too old. Written so that any Node can read it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return;
  console.error(
    `Nearer needs Node ${least.join(".")} or newer and this is ${process.versions.node}. Install Node 22 or 24 from https://nodejs.org and start again.`,
  );
  process.exit(1);
}
