# Of two requests it answers the second first.
. "${0%/*}/sound.sh"

misbehave() {
  if [ "$op" = memory_matches ]; then
    first=$seq
    seq=$((seq + 1))
    sound
    seq=$first
  fi
  sound
}

serve
