# It gives every reply twice.
. "${0%/*}/sound.sh"

misbehave() {
  twice=$(sound)
  printf '%s\n%s\n' "$twice" "$twice"
}

serve
