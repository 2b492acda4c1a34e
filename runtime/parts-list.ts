import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

type Locked = { version: string; integrity?: string; license?: string; dev?: boolean; optional?: boolean };
type Lock = { name: string; version: string; packages: Record<string, Locked> };

/** Where the build leaves the list of its parts. */
export const partsFile = (root: string) => path.join(root, ".next", "parts.cdx.json");

/**
 * What a running Nearer is made of, from the lock file as CycloneDX: each part with version, licence and hash. By ourselves, because
 * npm 11's `npm sbom --omit=dev` leaves out parts that something of the tools needs as well, zod among them.
 */
export function listParts({ name, version, packages }: Lock): object {
  const components = Object.entries(packages)
    .filter(([at, { dev }]) => at !== "" && !dev)
    .map(([at, part]) => componentOf(at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length), part));
  const once = new Map(components.map((component) => [component.purl, component]));
  return {
    ...{ bomFormat: "CycloneDX", specVersion: "1.5", version: 1 },
    metadata: { component: { type: "application", name, version, "bom-ref": `${name}@${version}` } },
    components: [...once.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
}

function componentOf(name: string, { version, integrity, license, optional }: Locked) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [algorithm, hash = ""] = (integrity ?? "").split("-");
  return {
    ...{ type: "library", name, version, purl, "bom-ref": `${name}@${version}` },
    scope: optional ? "optional" : "required",
    ...(license && { licenses: [/\s/.test(license) ? { expression: license } : { license: { name: license } }] }),
    hashes: algorithm === "sha512" ? [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] : [],
  };
}

/** Writes it beside the build. The same lock gives the same list, named by what it was made from. */
export function writeParts(root: string): void {
  const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");
  const madeFrom = { name: "nearer:package-lock.json:sha256", value: createHash("sha256").update(lock).digest("hex") };
  const parts = { ...listParts(JSON.parse(lock)), properties: [madeFrom] };
  writeFileSync(partsFile(root), `${JSON.stringify(parts, null, 1)}\n`);
}
