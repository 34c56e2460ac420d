# Its reply is what a debugger would say.
. "${0%/*}/sound.sh"

misbehave() { printf 'hostile: request %s: \033[31mdone\033[0m\n' "$seq"; }

serve
