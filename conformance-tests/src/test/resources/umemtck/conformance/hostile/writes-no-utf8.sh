# Its reply is no UTF-8.
. "${0%/*}/sound.sh"

misbehave() { printf '{"seq":%s,"state":"returned\377"}\n' "$seq"; }

serve
