import { startPractice } from "./practice-server";

/** The one server that every journey shares. Tests read its addresses from the environment, through e2e/fixtures.ts. */
export default async function startServer(): Promise<() => Promise<void>> {
  const server = await startPractice("e2e");
  process.env.NEARER_E2E_URL = server.url;
  process.env.NEARER_E2E_SETUP_TOKEN = server.setupToken;
  process.env.NEARER_E2E_MAIL_DIR = server.mailDir;
  process.env.NEARER_E2E_DATABASE_URL = server.databaseUrl;
  return server.stop;
}
