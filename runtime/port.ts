import { createServer } from "node:net";
import { codeOf, Fault } from "@/runtime/fault";
import { askUntil } from "@/runtime/wait";

/** Null when the port can be listened on, else the error code. */
function probePort(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(codeOf(error) || "EUNKNOWN"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** A free loopback port below the range that the system hands to outgoing connections, so it is free again after a restart. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await probePort(preferred, "127.0.0.1")) === null) return preferred;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await probePort(port, "127.0.0.1")) === null) return port;
  }
  throw new Fault(
    "No free port was found between 20000 and 29999 for the database. Close some programs and start again.",
  );
}

/** Says plainly why the application cannot listen there. `patienceMs`: how long the last one may still be draining. */
export async function requirePort(port: number, host: string, patienceMs = 0): Promise<void> {
  let code: string | null = null;
  const isFree = await askUntil(async () => {
    code = await probePort(port, host);
    return code === null || null;
  }, patienceMs);
  if (isFree) return;
  if (code === "EADDRINUSE") {
    throw new Fault(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    throw new Fault(`Port ${port} needs more rights than this user has. Choose a port from 1024: PORT=3000 npm start`);
  }
  throw new Fault(
    `Nearer cannot listen on HOST=${host} (${code}). Use 127.0.0.1, 0.0.0.0 or an address of this machine.`,
  );
}
