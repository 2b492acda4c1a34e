// Loaded into every supervised child: when the supervisor is killed, its channel closes and the child drains and ends.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Next's development server forks one more, which has nothing but this channel to wait at for its orders.
  if (!process.env.NEXT_PRIVATE_WORKER) process.channel.unref();
}
