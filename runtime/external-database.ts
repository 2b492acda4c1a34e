import { migrate } from "@/db/migrate";
import { isBoundInTime } from "@/db/role-limits";
import { codeOf, Fault } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { withClient } from "@/runtime/roles";
import type { Settings } from "@/runtime/settings";

/** A PostgreSQL that somebody else looks after: checked, migrated when its owner's address is given, never stopped. */
export async function openExternalDatabase(
  settings: Settings,
  url: string,
  say: (line: string) => void,
): Promise<PracticeDatabase> {
  const keys = requireKeys(settings);
  await requireBoundRole(url, "DATABASE_URL");
  const { DATABASE_OWNER_URL: ownerUrl } = settings;
  if (ownerUrl) await requireAnswer(ownerUrl, "DATABASE_OWNER_URL");
  const workerUrl = settings.DATABASE_WORKER_URL ?? url;
  if (workerUrl !== url) await requireBoundRole(workerUrl, "DATABASE_WORKER_URL");
  return {
    embedded: false,
    dir: settings.dataDir,
    adopted: false,
    keys,
    keeperUrl: () => ownerUrl,
    appUrl: () => url,
    workerUrl: () => workerUrl,
    migrate: async () => {
      if (!ownerUrl) return say("DATABASE_OWNER_URL is not set, so migrations are left to you");
      await migrate({ ownerUrl, appLogin: loginOf(url), workerLogin: loginOf(workerUrl) }).catch(nameMissingRight);
      for (const login of new Set([url, workerUrl]))
        if (!(await withClient(login, isBoundInTime))) say(unbounded(login));
    },
    onMoved: () => undefined,
    stop: async () => undefined,
  };
}

function nameMissingRight(error: unknown): never {
  const refused = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(refused instanceof Error) || codeOf(refused) !== "42501") throw error;
  throw new Fault(
    `The role in DATABASE_OWNER_URL may not do what a migration needs (${refused.message}). It has to own the database and to have CREATEROLE; the groups nearer_app, nearer_worker, nearer_door, nearer_eraser and nearer_resealer have to be its own to grant.`,
  );
}

const unbounded = (url: string) =>
  `Statements of the role ${loginOf(url)} never end by themselves. Whoever made it may bound it: ALTER ROLE "${loginOf(url)}" SET statement_timeout = '15s'`;

const loginOf = (url: string) => decodeURIComponent(new URL(url).username);

/** Beside a database of your own there is no safe place to invent keys: another instance could not read what this one writes. */
function requireKeys(settings: Settings): PracticeDatabase["keys"] {
  const { SEAL_KEYS: sealKeys, NEXTAUTH_SECRET: authSecret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey } = settings;
  if (sealKeys && authSecret && actionsKey) return { sealKeys, authSecret, actionsKey, push: settings.PUSH_KEYS };
  const missing = Object.entries({
    SEAL_KEYS: sealKeys,
    NEXTAUTH_SECRET: authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  throw new Fault(
    `With DATABASE_URL, please also set ${missing.join(", ")}, the same on every instance, and keep them safe. Make each once with "openssl rand -base64 32"; SEAL_KEYS is k1: followed by such a value.`,
  );
}

/** The application and the worker both live inside row-level security: a role that could step around it does not start. */
async function requireBoundRole(url: string, setting: string): Promise<void> {
  await requireAnswer(url, setting);
  const unbound = await withClient(url, async (client) => {
    const { rows } = await client.query<{ unbound: boolean }>(
      "select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user",
    );
    return rows[0]?.unbound !== false;
  });
  if (unbound) {
    throw new Fault(
      `The role in ${setting} could read past row-level security. Use one without SUPERUSER and BYPASSRLS.`,
    );
  }
}

async function requireAnswer(url: string, setting: string): Promise<void> {
  let version = 0;
  try {
    version = await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: number }>(
        "select current_setting('server_version_num')::int as version",
      );
      return rows[0]?.version ?? 0;
    });
  } catch (error) {
    const { host } = new URL(url);
    const code = codeOf(error);
    if (code === "28P01" || code === "28000") {
      throw new Fault(
        `The PostgreSQL at ${host} refuses the name or password in ${setting}. Correct it and start again.`,
      );
    }
    if (code === "3D000") {
      throw new Fault(
        `The PostgreSQL at ${host} has no database of the name in ${setting}. Create it and start again.`,
      );
    }
    throw new Fault(
      `The PostgreSQL at ${host} does not answer (${code || "no answer"}). Check that it runs and that ${setting} is right.`,
    );
  }
  if (version < 150_000) {
    throw new Fault(
      `The PostgreSQL in ${setting} is too old (${Math.floor(version / 10_000)}). Nearer needs 15 or newer.`,
    );
  }
}
