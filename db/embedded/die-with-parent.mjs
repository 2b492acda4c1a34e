// Loaded into every supervised child: when the supervisor is killed, its channel closes and the child drains and ends.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
