<#-- What every page of the sign-in stands in; the pages of the parent theme call it with the names used here. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign heading><#nested "header"></#assign>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light">
  <meta name="theme-color" content="#000071">
  <meta name="robots" content="noindex">
  <title>${heading} | ${msg("portalName")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/favicon.svg" type="image/svg+xml">
  <#list properties.styles?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body>
  <header class="header">
    <div class="bar">
      <p class="brand">
        <svg class="mark" aria-hidden="true" viewBox="0 0 32 32">
          <rect width="32" height="32" rx="7" fill="white"/>
          <path d="M8 22h16M10 22v-6M16 22V9M22 22v-9" stroke="#00118f" stroke-width="3" stroke-linecap="round"/>
        </svg>
        ${msg("portalName")}
        <#if realm.name = "fund"><span class="officers">${msg("officers")}</span></#if>
      </p>
      <#if realm.internationalizationEnabled && locale??>
      <#list locale.supported as other><#if other.languageTag != locale.currentLanguageTag>
      <a class="language" href="${other.url}" lang="${other.languageTag}">${msg("otherLanguage")}</a>
      </#if></#list>
      </#if>
    </div>
  </header>
  <main class="main">
    <h1>${heading}</h1>
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <p id="message" class="message ${message.type}" role="${(message.type = "error")?then("alert", "status")}">
      ${kcSanitize(message.summary)?no_esc}
    </p>
    </#if>
    <#nested "form">
    <#if displayInfo><#nested "info"></#if>
    <#nested "socialProviders">
  </main>
</body>
</html>
</#macro>
