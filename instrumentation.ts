/** Runs once, before the server answers anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseUnsafeStart } = await import("./server/refuse-unsafe-start");
  await refuseUnsafeStart();
  const { standAtTheDoor } = await import("./server/first-door");
  standAtTheDoor();
}
