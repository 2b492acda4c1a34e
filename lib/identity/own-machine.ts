/** A name or number of this machine itself: what goes there leaves it by no wire. */
export const isOwnMachine = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host) || host === "" || host.startsWith("/");
