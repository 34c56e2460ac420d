# It ends, and a daemon that has forgotten who started it keeps its output open.
. "${0%/*}/sound.sh"

misbehave() {
  daemon env -i
  exit 0
}

serve
