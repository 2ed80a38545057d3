"""Which addresses may be fetched: http and https, and no machine inside a private network.

A page, feed or redirect must not make Marsad ask the computer that it runs on, its neighbours, or the metadata
service of a cloud. So the host name is resolved here, every address that it has is checked, and the caller
connects to one of just these: a name that resolves otherwise a moment later changes nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass

import httpx

from marsad.errors import FetchFailed, Forbidden, NotFound, SourceError
from marsad.read.limits import FetchOptions

PORTS = {"http": 80, "https": 443}
LAST_PORT = 65535
LONGEST = 8192  # characters of an address


@dataclass(frozen=True, slots=True)
class Target:
    """An address to fetch, and the machines that may be asked for it."""

    url: httpx.URL
    machines: tuple[str, ...]


def parsed(url: str) -> httpx.URL:
    """The address in its percent-encoded form; Arabic letters in path and host are accepted.

    Raises Forbidden for schemes other than http and https, NotFound for what is no address.
    """
    if len(url) > LONGEST:
        raise NotFound(f"the address is longer than {LONGEST} characters", where=url[:80] + "…")
    try:
        found = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFound(f"this is no address ({error})", where=url) from None
    if found.scheme not in PORTS:
        raise Forbidden(f"only http and https addresses are fetched, not {found.scheme or 'this'}:", where=url)
    if not found.host or (found.port or 0) > LAST_PORT:
        raise NotFound("the address names no host, or a port that does not exist", where=url)
    return found.copy_with(fragment=None)


def joined(base: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads. Raises as `parsed` does."""
    try:
        return parsed(str(base.join(location)))
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFound(f"it redirects to {location[:80]!r}, which is no address ({error})", where=str(base)) from None
    except SourceError as error:
        raise type(error)(f"it redirects to {location[:80]!r}: {error.what}", where=str(base)) from None


def checked(url: httpx.URL, options: FetchOptions) -> Target:
    """The address with the machines behind it. Raises Forbidden where one of them is private."""
    port = url.port or PORTS[url.scheme]
    host = url.raw_host.decode("ascii").strip("[]")
    machines = (options.names or _resolved)(host, port)
    if not machines:
        raise FetchFailed(f"the name {url.host} has no address", where=str(url))
    if not options.allow_private and not all(is_public(machine) for machine in machines):
        raise Forbidden(
            f"{url.host} is inside a private network; --allow-private (FetchOptions.allow_private) fetches it",
            where=str(url),
        )
    return Target(url, machines)


def is_public(machine: str) -> bool:
    """Whether an IP address belongs to the public network, also where it is wrapped into an IPv6 address."""
    try:
        address = ipaddress.ip_address(machine.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if inner := address.ipv4_mapped or address.sixtofour or _translated(address):
            return is_public(str(inner))
        if address.teredo:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """NAT64 (RFC 6052): the last 32 bits are an IPv4 address."""
    if address not in ipaddress.ip_network("64:ff9b::/96"):
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(f"the name {host} cannot be resolved ({error}); check the address or the network") from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
