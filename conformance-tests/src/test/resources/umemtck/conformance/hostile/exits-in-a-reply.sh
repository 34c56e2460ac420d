# It ends in the middle of a reply.
. "${0%/*}/sound.sh"

misbehave() {
  printf '{"seq":%s,"sta' "$seq"
  exit 3
}

serve
