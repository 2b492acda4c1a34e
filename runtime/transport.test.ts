import { describe, expect, it } from "vitest";
import { openNetworkWarning, requireTransport } from "./transport";

const problem = (DATABASE_URL: string, PLAIN_TRANSPORT: string[] = []): string => {
  try {
    requireTransport({ DATABASE_URL, PLAIN_TRANSPORT });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("the way to the database", () => {
  it.each([
    "postgres://a:b@127.0.0.1:5432/n",
    "postgres://a:b@localhost/n",
    "postgres://a:b@[::1]:5432/n",
    "postgres:///n?host=/var/run/postgresql",
    "postgres://a:b@db.example/n?sslmode=verify-full",
    "postgres://a:b@db.example/n?sslmode=require&sslrootcert=/etc/ca.pem",
  ])("%s may be gone", (url) => expect(problem(url)).toBe(""));

  it.each([
    "postgres://a:b@db.example/n",
    "postgres://a:b@db.example/n?sslmode=prefer",
    "postgres://a:b@db.example/n?sslmode=disable",
    "postgres://a:b@db.example/n?sslmode=no-verify",
    "postgres://a:b@10.0.0.7/n",
    "postgres://a:b@127.0.0.1.db.example/n",
    "postgres://a:b@localhost/n?host=db.example",
  ])("%s is open, and the sentence says how to close it, without the password", (url) => {
    expect(problem(url)).toMatch(
      /^DATABASE_URL leads to another machine \(.+\) without TLS\. Add \?sslmode=verify-full/,
    );
    expect(problem(url)).not.toContain("a:b");
  });

  it("is open where somebody says that this one may be, and for no other", () => {
    expect(problem("postgres://a:b@db/n", ["db"])).toBe("");
    expect(problem("postgres://a:b@db2/n", ["db"])).toContain("PLAIN_TRANSPORT=db2");
    const owner = { DATABASE_OWNER_URL: "postgres://a:b@db.example/n", PLAIN_TRANSPORT: [] };
    expect(() => requireTransport(owner)).toThrow(/^DATABASE_OWNER_URL/);
  });
});

describe("pages over a network", () => {
  it.each([
    [{ HOST: "127.0.0.1" }, false],
    [{ HOST: "127.0.0.1", APP_URL: "https://practice.example" }, false],
    [{ HOST: "0.0.0.0", APP_URL: "https://practice.example" }, false],
    [{ HOST: "0.0.0.0" }, true],
    [{ HOST: "127.0.0.1", APP_URL: "http://practice.example" }, true],
  ])("%j is told of at the start: %s", (settings, isTold) => {
    expect(openNetworkWarning(settings) !== null).toBe(isTold);
  });
});
