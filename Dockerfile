FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: they change less often than the code.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ReferralPathway.Domain/ReferralPathway.Domain.csproj src/ReferralPathway.Domain/packages.lock.json src/ReferralPathway.Domain/
COPY src/ReferralPathway.Data/ReferralPathway.Data.csproj src/ReferralPathway.Data/packages.lock.json src/ReferralPathway.Data/
COPY src/ReferralPathway.Web/ReferralPathway.Web.csproj src/ReferralPathway.Web/packages.lock.json src/ReferralPathway.Web/
RUN dotnet restore src/ReferralPathway.Web --locked-mode

COPY src src
RUN dotnet publish src/ReferralPathway.Web --configuration Release --no-restore --output /app -p:UseAppHost=false -p:WithoutSample=true

# The same program beside PostgreSQL's own programs, for its commands backup and restore: docker compose run --rm keeper backup /backups/pathway.dump
FROM postgres:17 AS keeper
WORKDIR /app
COPY --from=mcr.microsoft.com/dotnet/aspnet:10.0 /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app .
ENV ASPNETCORE_ENVIRONMENT=Production DOTNET_EnableDiagnostics=0
USER 1654
ENTRYPOINT ["/usr/share/dotnet/dotnet", "ReferralPathway.Web.dll"]

# It writes nothing but /tmp: run it with a read-only file system and /tmp in memory. TLS ends in front of it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["dotnet", "ReferralPathway.Web.dll", "health"]
ENTRYPOINT ["dotnet", "ReferralPathway.Web.dll"]
