# It writes 64 kilobytes to its standard error for each request.
. "${0%/*}/sound.sh"

chunk=aaaaaaaaaaaaaaaa
while [ ${#chunk} -lt 65536 ]; do chunk=$chunk$chunk; done
misbehave() {
  printf '%s\n' "$chunk" >&2
  sound
}

serve
