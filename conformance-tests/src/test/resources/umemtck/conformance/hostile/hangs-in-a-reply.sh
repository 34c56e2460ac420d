# It begins a reply and never ends it.
. "${0%/*}/sound.sh"

misbehave() {
  printf '{"seq":%s,"sta' "$seq"
  kill -STOP $$
}

serve
